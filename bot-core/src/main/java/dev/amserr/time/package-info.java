/**
 * Wall-clock time made instants, the same way everywhere: hand-offs, digests, questions about a
 * local time.
 *
 * <p>Owns the two rules for local times that a clock change skips or repeats, the spelling of zones
 * and of durations. Knows nothing of people, codes or schedules, and has no clock. Entry types:
 * {@link dev.amserr.time.LocalTimes}, {@link dev.amserr.time.ZoneNames}.
 */
@NullMarked
package dev.amserr.time;

import org.jspecify.annotations.NullMarked;
