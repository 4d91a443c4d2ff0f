package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The part of the store that counts. */
public interface OccurrenceCounter {

  /** The most series of an installation, {@link SeriesKey#OVERFLOW} aside. */
  int MOST_SERIES = 50_000;

  /** How far back an event may lie and still count at its own time. */
  Duration OLDEST = Duration.ofHours(24);

  /** How far ahead an event may lie and still count at its own time. */
  Duration NEWEST = Duration.ofMinutes(5);

  /**
   * Counts batches, all in one transaction: when this returns, everything is durable; when it
   * throws, nothing is counted and no key is known.
   *
   * <ul>
   *   <li>A batch whose key is known ({@link OnceKey.Kind#life}) is a duplicate as a whole, a tally
   *       whose key is known is one by itself; the same holds for keys that come twice in one call,
   *       in the order of the lists. A duplicate counts nothing. If its key is of a kind that is
   *       {@link OnceKey.Kind#renewed renewed}, the key lives anew and {@link Series#lastSeen}
   *       moves to {@link Tally#last} if that is later.
   *   <li>Tallies are counted in their minute, in the hour of it in UTC, and in the day of it in
   *       the zone of the store, see {@link BucketTotals}; a tally that is late also counts as late
   *       there. Sums are visible to every reader when this returns.
   *   <li>A series that is not known begins; beyond {@link #MOST_SERIES} its tallies go to {@link
   *       SeriesKey#OVERFLOW} and its occurrences are added to {@link Sheds#series}. Several nodes
   *       may overshoot a little.
   *   <li>Samples are offered to the series' reservoir, see {@link Reservoir}.
   * </ul>
   *
   * @param shed what was given up before, to be added to what this call gives up; kept by the hour
   *     of {@code now}
   * @param now when the batches arrived
   * @return one receipt for each batch, in their order
   * @throws dev.amserr.storage.StoreUnavailableException if nothing could be counted
   */
  List<Receipt> commit(List<Batch> batches, Sheds shed, Instant now);
}
