/**
 * Digests of recurring errors: when they are due, which time they cover, what they show.
 *
 * <p>Owns schedules, windows, the frozen snapshot of a run and its form as messages, alert posts
 * between digests, hand-over and gap posts. Knows no platform, no SQL and no timer: the program
 * wakes it. Entry types: {@link dev.amserr.digest.DigestSchedule}, {@link
 * dev.amserr.digest.DigestComposer}.
 */
@NullMarked
package dev.amserr.digest;

import org.jspecify.annotations.NullMarked;
