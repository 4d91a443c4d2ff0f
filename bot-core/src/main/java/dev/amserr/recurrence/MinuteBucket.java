package dev.amserr.recurrence;

import java.time.Instant;

/**
 * How often a series occurred in a minute. A minute without occurrences has no bucket.
 *
 * @param late how many of them were counted at arrival because their time was out of reach
 */
public record MinuteBucket(long series, Instant start, long count, long late) {}
