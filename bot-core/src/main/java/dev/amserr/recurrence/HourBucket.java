package dev.amserr.recurrence;

import java.time.Instant;

/**
 * How often a series occurred in an hour.
 *
 * @param late how many of them were counted at arrival because their time was out of reach
 * @param max60 the largest count of 60 minutes in a row that ended in the hour; 0 before the
 *     roll-up
 * @param max5 the same of 5 minutes
 */
public record HourBucket(
    long series, Instant start, long count, long late, long max60, long max5) {}
