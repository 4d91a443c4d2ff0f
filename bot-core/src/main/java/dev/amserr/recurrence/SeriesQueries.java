package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the store that answers questions about series. Every method throws {@link
 * dev.amserr.storage.StoreUnavailableException} if the store does not answer.
 */
public interface SeriesQueries {

  Optional<Series> find(SeriesKey key);

  /** The series of a code from every source, the latest seen first. */
  List<Series> find(String system, String code);

  /** The series that exist of these, by id. */
  List<Series> series(Collection<Long> ids);

  /** Every series that was seen at that time or later, by id. */
  List<Series> seenSince(Instant time);

  Top top(TopQuery query);

  /**
   * How often some series occurred in a window, by id, counted as {@link #top} counts; without
   * those that did not.
   *
   * @param series any number; none gives none
   */
  Map<Long, Long> counts(Collection<Long> series, Interval window);

  /** The samples of a series, newest first, at most {@link Sample#MOST}. */
  List<Sample> samples(long series);

  /**
   * The history of a series, newest first.
   *
   * @param limit 1 to 1,000
   */
  List<SeriesEvent> events(long series, int limit);

  /** Every source with an occurrence or a play in the window, by name. */
  List<SourceActivity> sources(Interval window);

  /** What was given up in the hours that begin in a window. */
  Sheds sheds(Interval window);
}
