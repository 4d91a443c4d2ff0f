package dev.amserr.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tallies add to the buckets: one sum a bucket, in the order of writing.
 *
 * <p>Sums of many requests may be written together, so that the number of writes depends on how
 * many series there are and not on how many events.
 *
 * @param <S> what names a series: its key, or its id
 */
public final class BucketTotals<S extends Comparable<S>> {

  private final ZoneId zone;
  private final SortedMap<Slot<S, Instant>, Sum> minutes = sorted();
  private final SortedMap<Slot<S, Instant>, Sum> hours = sorted();
  private final SortedMap<Slot<S, LocalDate>, Sum> days = sorted();

  /**
   * @param zone whose days are counted
   */
  public BucketTotals(ZoneId zone) {
    this.zone = zone;
  }

  /** Where a sum goes. */
  public record Slot<S extends Comparable<S>, T>(S series, T start) {}

  /** How many, and how many of them late. */
  public record Sum(long count, long late) {
    Sum plus(Sum other) {
      return new Sum(count + other.count, late + other.late);
    }
  }

  /** Adds a tally to the buckets of a series. */
  public void add(S series, Tally tally) {
    Sum sum = new Sum(tally.count(), tally.late() ? tally.count() : 0);
    Instant minute = tally.minute();
    minutes.merge(new Slot<>(series, minute), sum, Sum::plus);
    hours.merge(new Slot<>(series, minute.truncatedTo(ChronoUnit.HOURS)), sum, Sum::plus);
    days.merge(new Slot<>(series, LocalDate.ofInstant(minute, zone)), sum, Sum::plus);
  }

  /** The sums of tallies that name their series themselves. */
  public static BucketTotals<SeriesKey> of(Collection<Tally> tallies, ZoneId zone) {
    BucketTotals<SeriesKey> totals = new BucketTotals<>(zone);
    tallies.forEach(tally -> totals.add(tally.series(), tally));
    return totals;
  }

  public SortedMap<Slot<S, Instant>, Sum> minutes() {
    return Collections.unmodifiableSortedMap(minutes);
  }

  public SortedMap<Slot<S, Instant>, Sum> hours() {
    return Collections.unmodifiableSortedMap(hours);
  }

  public SortedMap<Slot<S, LocalDate>, Sum> days() {
    return Collections.unmodifiableSortedMap(days);
  }

  private static <S extends Comparable<S>, T extends Comparable<? super T>>
      SortedMap<Slot<S, T>, Sum> sorted() {
    return new TreeMap<>(
        Comparator.comparing((Slot<S, T> slot) -> slot.series()).thenComparing(Slot::start));
  }
}
