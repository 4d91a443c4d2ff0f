package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The part of the store that reads counts. Buckets without occurrences are left out. Every method
 * throws {@link dev.amserr.storage.StoreUnavailableException} if the store does not answer.
 */
public interface BucketReader {

  /**
   * Every series with an occurrence in the 60 minutes before {@code end}, by id. Reads those 60
   * minutes only, however much history there is.
   *
   * @param end a full minute, not included
   */
  List<RecentCount> recent(Instant end);

  /** The minutes of a series that begin within a window, oldest first. */
  List<MinuteBucket> minutes(long series, Interval window);

  /**
   * The hours of some series that begin within a window, by series, oldest first.
   *
   * @param series any number; none gives none
   */
  List<HourBucket> hours(Collection<Long> series, Interval window);

  /**
   * How many plays some sources began in the hours that begin within a window, by source and hour;
   * without sources and hours of which nobody says. Hours without occurrences have plays too.
   */
  Map<String, Map<Instant, Long>> plays(Collection<String> sources, Interval window);

  /**
   * The days of a series from a day to before another, oldest first; days are those of the store's
   * zone.
   */
  List<DayBucket> days(long series, LocalDate from, LocalDate until);

  /**
   * How often each series occurred from a day to before another, by id; without those that did not.
   */
  Map<Long, Long> dayTotals(LocalDate from, LocalDate until);
}
