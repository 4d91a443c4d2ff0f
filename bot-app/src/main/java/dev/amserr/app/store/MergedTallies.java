package dev.amserr.app.store;

import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Tally;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tallies of many batches, added up: one for each series, minute and lateness. What is written then
 * depends on how many series there are and not on how many requests.
 */
final class MergedTallies {

  private final Map<Slot, Sum> sums = new HashMap<>();
  private final SortedMap<SeriesKey, List<Sample>> samples = new TreeMap<>();

  private record Slot(SeriesKey series, Instant minute, boolean late) {}

  private static final class Sum {
    private final String name;
    private Instant first;
    private Instant last;
    private long count;

    Sum(Tally tally) {
      name = tally.name();
      first = tally.first();
      last = tally.last();
    }

    void add(Tally tally) {
      first = Interval.earlier(first, tally.first());
      last = Interval.later(last, tally.last());
      count += tally.count();
    }
  }

  void add(Tally tally) {
    sums.computeIfAbsent(
            new Slot(tally.series(), tally.minute(), tally.late()), slot -> new Sum(tally))
        .add(tally);
    Sample sample = tally.sample();
    if (sample != null) {
      samples.computeIfAbsent(tally.series(), series -> new ArrayList<>()).add(sample);
    }
  }

  /** The sums. */
  List<Tally> tallies() {
    List<Tally> tallies = new ArrayList<>(sums.size());
    sums.forEach(
        (slot, sum) ->
            tallies.add(
                new Tally(
                    slot.series(),
                    sum.name,
                    slot.minute(),
                    sum.count,
                    1,
                    slot.late(),
                    sum.first,
                    sum.last,
                    null,
                    null)));
    return tallies;
  }

  /** What of each series was offered as a sample, in order. */
  SortedMap<SeriesKey, List<Sample>> samples() {
    return samples;
  }
}
