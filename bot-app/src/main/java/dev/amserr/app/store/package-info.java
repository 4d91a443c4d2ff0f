/**
 * The durable store: one SQLite file by default, a PostgreSQL server by nothing but its URL.
 *
 * <p>Owns connections, transactions, migrations ({@code db/migration}), health and backup, and the
 * tables of the audit log and of short-lived records. A feature keeps its own SQL in its own
 * package and runs it through {@link dev.amserr.app.store.Database#transaction} and {@link
 * dev.amserr.app.store.Database#read}. Knows nothing of commands, HTTP or chat platforms. Entry
 * type: {@link dev.amserr.app.store.Database}.
 */
@NullMarked
package dev.amserr.app.store;

import org.jspecify.annotations.NullMarked;
