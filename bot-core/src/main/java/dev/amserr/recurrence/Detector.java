package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates every series at the end of every minute and keeps what changed.
 *
 * <p>A minute costs the counts of the last hour; the history of a series is read once an hour while
 * so much occurs that it could spike, and once when it falls silent or comes back. What a detector
 * remembers it can read again from the store, so a restart changes nothing; several nodes may each
 * run one, and each change is found by exactly one of them. Thread-safe.
 */
public final class Detector {

  /** How many minutes that nobody evaluated are evaluated later; older ones are left out. */
  static final Duration LONGEST_CATCH_UP = Duration.ofHours(6);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SWEPT_EACH_HOUR = OccurrenceCounter.OLDEST.plus(HOUR);

  private final OccurrenceStore store;
  private final ZoneId zone;
  private final Predicate<Series> critical;
  private @Nullable Memory memory;

  /**
   * @param zone of the server: whose days and times of day are meant
   * @param critical which codes spike at 3 occurrences instead of 10
   */
  public Detector(OccurrenceStore store, ZoneId zone, Predicate<Series> critical) {
    this.store = store;
    this.zone = zone;
    this.critical = critical;
  }

  /** What is known between two minutes; all of it follows from the store. */
  private static final class Memory {
    private final List<Watch> watches;
    private OpenStates states;
    private @Nullable Instant until;
    private Set<Long> active = new TreeSet<>();
    private boolean fresh = true;

    Memory(List<Watch> watches, OpenStates states) {
      this.watches = watches;
      this.states = states;
    }
  }

  /**
   * Evaluates all minutes that are over and that nobody has evaluated yet, oldest first.
   *
   * @return what changed, in order, and was kept by this call; what another node found is its own
   *     to tell
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer; the minutes
   *     are evaluated next time
   */
  public synchronized List<StateChange> evaluate(Instant now) {
    Instant target = now.truncatedTo(ChronoUnit.MINUTES);
    List<StateChange> kept = new ArrayList<>();
    boolean done = false;
    try {
      Memory known = memory == null ? load() : memory;
      memory = known;
      Instant end = next(known, target);
      while (!end.isAfter(target)) {
        kept.addAll(keep(known, end, look(known, end)));
        end = next(known, target);
      }
      done = true;
      return kept;
    } finally {
      if (!done) {
        // What is remembered may be ahead of what is kept.
        memory = null;
      }
    }
  }

  private static Instant next(Memory known, Instant target) {
    if (known.until == null) {
      return target;
    }
    return Interval.later(known.until.plus(1, ChronoUnit.MINUTES), target.minus(LONGEST_CATCH_UP));
  }

  /** Keeps the changes; or takes over, instead of them, what another node kept. */
  private List<StateChange> keep(Memory known, Instant end, List<StateChange> changes) {
    return store
        .save(known.until, end, changes)
        .fold(
            saved -> {
              known.until = end;
              return changes;
            },
            overtaken -> {
              adopt(known, overtaken.evaluatedUntil());
              known.fresh = !end.equals(known.until);
              return List.of();
            });
  }

  private Memory load() {
    SeriesMemory series = new SeriesMemory(store);
    List<Watch> watches =
        List.of(
            new NewcomerWatch(series),
            new SpikeWatch(store, series, critical),
            new RegressionWatch(store),
            new RampWatch(store, series, zone),
            new RhythmWatch(store, zone),
            new SilenceWatch(store, store, series));
    Memory loaded = new Memory(watches, new OpenStates(Map.of()));
    store.evaluatedUntil().ifPresent(until -> adopt(loaded, until));
    return loaded;
  }

  private void adopt(Memory known, Instant until) {
    known.until = until;
    known.states = new OpenStates(store.openStates());
    known.active = new TreeSet<>(recent(until).keySet());
  }

  private List<StateChange> look(Memory known, Instant end) {
    Map<Long, RecentCount> recent = recent(end);
    boolean newDay = known.until == null || !day(known.until).equals(day(end));
    Look look =
        new Look(
            end,
            recent,
            without(recent.keySet(), known.active),
            without(known.active, recent.keySet()),
            sweep(known, end, newDay),
            newDay);
    known.watches.forEach(watch -> watch.look(look, known.states));
    known.active = new TreeSet<>(recent.keySet());
    known.fresh = false;
    return known.states.takeChanges();
  }

  private List<Series> sweep(Memory known, Instant end, boolean newDay) {
    if (known.fresh) {
      return store.seenSince(end.minus(Silence.LONGEST));
    }
    return newDay || end.equals(end.truncatedTo(ChronoUnit.HOURS))
        ? store.seenSince(end.minus(SWEPT_EACH_HOUR))
        : List.of();
  }

  private Map<Long, RecentCount> recent(Instant end) {
    return store.recent(end).stream()
        .collect(Collectors.toMap(RecentCount::series, Function.identity()));
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Set<Long> without(Set<Long> ids, Set<Long> others) {
    Set<Long> rest = new TreeSet<>(ids);
    rest.removeAll(others);
    return rest;
  }
}
