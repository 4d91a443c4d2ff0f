/**
 * Posting unasked: where to, what, and what came of it.
 *
 * <p>Owns the vocabulary of delivery and the ports that a chat platform implements as far as it
 * can. Knows no platform's wire format and nothing of what is posted. Entry type: {@link
 * dev.amserr.notify.Notifier}.
 */
@NullMarked
package dev.amserr.notify;

import org.jspecify.annotations.NullMarked;
