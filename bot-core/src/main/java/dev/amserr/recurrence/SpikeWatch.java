package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Watches for SPIKE. Reads the history of a series once an hour, and only if so much occurred that
 * it could matter.
 */
final class SpikeWatch implements Watch {

  /** How many histories are read at once. */
  private static final int CHUNK = 200;

  private final BucketReader buckets;
  private final SeriesMemory memory;
  private final Predicate<Series> critical;
  private final Map<Long, Baseline> baselines = new HashMap<>();
  private Instant baselineHour = Instant.MIN;

  SpikeWatch(BucketReader buckets, SeriesMemory memory, Predicate<Series> critical) {
    this.buckets = buckets;
    this.memory = memory;
    this.critical = critical;
  }

  @Override
  public void look(Look look, OpenStates states) {
    if (!look.hour().equals(baselineHour)) {
      baselineHour = look.hour();
      baselines.clear();
    }
    Set<Long> ids = states.in(StateKind.SPIKE);
    look.recent().values().stream()
        .filter(recent -> SpikeDetector.matters(true, recent.c60()))
        .map(RecentCount::series)
        .forEach(ids::add);
    List<Series> judged =
        memory.get(ids).stream()
            .filter(
                series ->
                    states.get(series.id(), StateKind.SPIKE).isPresent()
                        || SpikeDetector.matters(critical.test(series), count(look, series).c60()))
            .toList();
    readBaselines(judged);
    for (Series series : judged) {
      Baseline baseline = baselines.get(series.id());
      if (baseline != null) {
        SeriesState before = states.get(series.id(), StateKind.SPIKE).orElse(null);
        SeriesState after =
            new SpikeDetector(critical.test(series))
                .after(before, look.end(), count(look, series), baseline);
        states.set(series.id(), StateKind.SPIKE, after, look.end());
      }
    }
  }

  private static RecentCount count(Look look, Series series) {
    RecentCount nothing = new RecentCount(series.id(), 0, 0, 0, 0);
    return look.recent().getOrDefault(series.id(), nothing);
  }

  private void readBaselines(Collection<Series> judged) {
    List<Series> missing =
        new ArrayList<>(judged.stream().filter(s -> !baselines.containsKey(s.id())).toList());
    for (int from = 0; from < missing.size(); from += CHUNK) {
      List<Series> chunk = missing.subList(from, Math.min(from + CHUNK, missing.size()));
      Set<Long> ids = chunk.stream().map(Series::id).collect(Collectors.toCollection(TreeSet::new));
      Set<String> sources =
          chunk.stream().map(s -> s.key().source()).collect(Collectors.toCollection(TreeSet::new));
      Interval history = Baseline.history(baselineHour);
      Map<Long, List<HourBucket>> hours =
          buckets.hours(ids, history).stream().collect(Collectors.groupingBy(HourBucket::series));
      Map<String, Map<Instant, Long>> plays = buckets.plays(sources, history);
      for (Series series : chunk) {
        baselines.put(
            series.id(),
            Baseline.of(
                baselineHour,
                series.firstSeen(),
                hours.getOrDefault(series.id(), List.of()),
                plays.getOrDefault(series.key().source(), Map.of())));
      }
    }
  }
}
