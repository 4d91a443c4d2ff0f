package dev.amserr.recurrence;

/**
 * How often a series occurred just now.
 *
 * @param c60 in the last 60 minutes, from 1
 * @param c5 in the last 5 minutes
 * @param plays60 how many plays its source began in the last 60 minutes; 0 if nobody says
 * @param plays5 the same in the last 5 minutes
 */
public record RecentCount(long series, long c60, long c5, long plays60, long plays5) {}
