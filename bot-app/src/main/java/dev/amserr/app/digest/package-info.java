/**
 * Digests for programs and for pages: previews and past runs over HTTP, what comes next, and how
 * the outbox does.
 *
 * <p>What stands in a digest and when it is due is worked out by {@code dev.amserr.digest} alone;
 * knows no SQL. Entry types: {@link dev.amserr.app.digest.DigestApi}, {@link
 * dev.amserr.app.digest.OutboxWatch}.
 */
@NullMarked
package dev.amserr.app.digest;

import org.jspecify.annotations.NullMarked;
