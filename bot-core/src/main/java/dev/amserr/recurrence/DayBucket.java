package dev.amserr.recurrence;

import java.time.LocalDate;

/** How often a series occurred on a day in the zone of the store. */
public record DayBucket(long series, LocalDate day, long count) {}
