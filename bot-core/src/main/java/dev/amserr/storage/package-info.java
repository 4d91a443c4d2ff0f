/**
 * What must outlive a request, seen from the domain: the audit log and short-lived records.
 *
 * <p>Ports only; a feature's own tables have their ports in the feature. Knows no SQL. Entry types:
 * {@link dev.amserr.storage.AuditLog}, {@link dev.amserr.storage.ShortLivedRecords}.
 */
@NullMarked
package dev.amserr.storage;

import org.jspecify.annotations.NullMarked;
