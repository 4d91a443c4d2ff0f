package dev.amserr.recurrence;

/**
 * What is kept of occurrences: counts in buckets, series with their samples and history, states,
 * plays. Thread-safe. What it must do, {@code OccurrenceStoreContract} shows.
 *
 * <p>Who needs a part asks for that part. Times are kept to the millisecond.
 */
public interface OccurrenceStore
    extends OccurrenceCounter, BucketReader, SeriesQueries, SeriesStates, StoreUpkeep {}
