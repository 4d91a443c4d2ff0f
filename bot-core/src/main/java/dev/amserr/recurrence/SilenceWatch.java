package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches for QUIET and SOURCE SILENT. Reads the history of a series once, when it falls silent.
 */
final class SilenceWatch implements Watch {

  /** How often a series must have been expected since its source fell silent, to speak for it. */
  private static final double LEAST_EXPECTED = 20;

  /** "Together" takes two. */
  private static final int LEAST_TOGETHER = 2;

  /** How many histories are read at once. */
  private static final int CHUNK = 100;

  private final BucketReader buckets;
  private final SeriesQueries queries;
  private final SeriesMemory memory;
  private final Map<Long, Silence> silences = new TreeMap<>();

  SilenceWatch(BucketReader buckets, SeriesQueries queries, SeriesMemory memory) {
    this.buckets = buckets;
    this.queries = queries;
    this.memory = memory;
  }

  @Override
  public void look(Look look, OpenStates states) {
    silences.keySet().removeAll(look.recent().keySet());
    silences.values().removeIf(silence -> silence.isForgotten(look.end()));
    List<Series> silent = new ArrayList<>(queries.series(look.gone()));
    silent.addAll(look.swept());
    remember(
        silent.stream()
            .filter(series -> !look.recent().containsKey(series.id()))
            .filter(this::isNews)
            .toList());
    Set<Long> speaking = speakingForSilentSources(look);
    Set<Long> ids = new TreeSet<>(silences.keySet());
    ids.addAll(states.in(StateKind.QUIET));
    ids.addAll(states.in(StateKind.SOURCE_SILENT));
    for (long id : ids) {
      Silence silence = silences.get(id);
      boolean quiet = silence != null && silence.isQuiet(look.end());
      boolean withSource = quiet && speaking.contains(id);
      set(states, id, StateKind.QUIET, quiet && !withSource, silence, look.end());
      set(states, id, StateKind.SOURCE_SILENT, withSource, silence, look.end());
    }
  }

  private static void set(
      OpenStates states,
      long id,
      StateKind kind,
      boolean holds,
      @Nullable Silence silence,
      Instant now) {
    if (!holds || silence == null) {
      states.set(id, kind, null, now);
    } else if (states.get(id, kind).isEmpty()) {
      states.set(id, kind, SeriesState.of(kind, now, silence.why(now)), now);
    }
  }

  private boolean isNews(Series series) {
    Silence known = silences.get(series.id());
    return known == null || !known.lastSeen().equals(series.lastSeen());
  }

  private void remember(List<Series> silent) {
    for (int from = 0; from < silent.size(); from += CHUNK) {
      List<Series> chunk = silent.subList(from, Math.min(from + CHUNK, silent.size()));
      Map<Long, List<HourBucket>> hours = hours(chunk);
      for (Series series : chunk) {
        silences.put(series.id(), Silence.of(series, hours.getOrDefault(series.id(), List.of())));
      }
    }
  }

  private Map<Long, List<HourBucket>> hours(Collection<Series> chunk) {
    TreeSet<Instant> ends =
        chunk.stream()
            .map(series -> Silence.historyEnd(series.lastSeen()))
            .collect(Collectors.toCollection(TreeSet::new));
    Instant first = ends.first();
    Instant last = ends.last();
    return buckets
        .hours(
            chunk.stream().map(Series::id).toList(),
            new Interval(first.minus(Duration.ofHours(HourHistory.FOUR_WEEKS)), last))
        .stream()
        .collect(Collectors.groupingBy(HourBucket::series));
  }

  /** The series whose silence says that their whole source is silent. */
  private Set<Long> speakingForSilentSources(Look look) {
    Set<String> active =
        memory.get(look.recent().keySet()).stream()
            .map(series -> series.key().source())
            .collect(Collectors.toSet());
    Map<String, List<Silence>> bySource = new HashMap<>();
    for (Silence silence : silences.values()) {
      if (!active.contains(silence.source())) {
        bySource.computeIfAbsent(silence.source(), source -> new ArrayList<>()).add(silence);
      }
    }
    Set<Long> speaking = new HashSet<>();
    for (List<Silence> ofSource : bySource.values()) {
      Instant lastSeen =
          ofSource.stream().map(Silence::lastSeen).reduce(Instant.MIN, Interval::later);
      double hours = Silence.hours(lastSeen, look.end());
      List<Silence> expected =
          ofSource.stream().filter(s -> s.expected(hours) >= LEAST_EXPECTED).toList();
      if (expected.size() >= LEAST_TOGETHER
          && expected.stream().allMatch(s -> s.isQuiet(look.end()))) {
        expected.forEach(s -> speaking.add(s.series()));
      }
    }
    return speaking;
  }
}
