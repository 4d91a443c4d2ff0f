package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The turns of one layer on the time line.
 *
 * <p>A turn lies between two hand-offs. It is served if any of it lies within the layer's validity
 * and hours; people advance over served turns only, so the person of a turn follows from how many
 * were served before. Those counts are kept at every {@value #STRIDE}th turn once they were needed,
 * which changes no answer. For any number of threads.
 */
final class LayerTurns {

  private static final int STRIDE = 8;

  /** Takes the pieces of turns, in order. */
  @FunctionalInterface
  interface Sink {
    void accept(Interval time, String person, long turn);
  }

  private final Layer layer;
  private final ZoneRules rules;
  private final Instant begin;
  private final Instant end;
  private final long first;
  private final ReentrantLock growing = new ReentrantLock();
  private volatile int[] servedBefore = {0};

  /**
   * Prepares a layer.
   *
   * @param rules those of the layer's zone, or what they are to be replaced by
   */
  LayerTurns(Layer layer, ZoneRules rules) {
    this.layer = layer;
    this.rules = rules;
    Instant anchor = LocalTimes.toInstant(layer.start(), rules);
    LocalDateTime from = layer.from();
    LocalDateTime until = layer.until();
    this.begin = from == null ? anchor : Interval.later(anchor, LocalTimes.toInstant(from, rules));
    this.end = until == null ? Instant.MAX : LocalTimes.toInstant(until, rules);
    this.first = layer.rotation().numberAt(layer.start(), rules, begin);
  }

  Layer layer() {
    return layer;
  }

  /** From when on the layer is valid. */
  Instant begin() {
    return begin;
  }

  /** Until when the layer is valid, or {@link Instant#MAX}. */
  Instant end() {
    return end;
  }

  Duration longestTurn() {
    return layer.rotation().longestTurn();
  }

  /** Gives every piece of a turn that is on duty within a window, cut to it, in order. */
  void pieces(Interval window, Sink sink) {
    Optional<Interval> valid = valid(window.from(), window.until());
    if (valid.isEmpty()) {
      return;
    }
    Interval within = valid.get();
    long n = numberAt(within.from());
    long served = servedBefore(n);
    Instant start = handOff(n);
    while (start.isBefore(within.until())) {
      Instant stop = handOff(n + 1);
      if (start.isBefore(stop)) {
        long turn = served;
        String person = layer.people().get((int) (turn % layer.people().size()));
        boolean emitted =
            emit(
                new Interval(
                    Interval.later(start, within.from()), Interval.earlier(stop, within.until())),
                piece -> sink.accept(piece, person, turn));
        if (emitted || (stop.isBefore(within.until()) && isServed(n))) {
          served++;
        }
      }
      start = stop;
      n++;
    }
  }

  private boolean emit(Interval part, Consumer<Interval> sink) {
    Hours hours = layer.hours();
    if (hours == null) {
      sink.accept(part);
      return true;
    }
    boolean[] any = {false};
    hours.windows(
        part,
        rules,
        piece -> {
          any[0] = true;
          sink.accept(piece);
        });
    return any[0];
  }

  /** The number of the last hand-off at or before an instant. */
  long numberAt(Instant at) {
    return layer.rotation().numberAt(layer.start(), rules, at);
  }

  Instant handOff(long n) {
    return layer.rotation().handOff(layer.start(), rules, n);
  }

  /** Whether any of turn {@code n} is on duty. */
  boolean isServed(long n) {
    Hours hours = layer.hours();
    return valid(handOff(n), handOff(n + 1))
        .map(turn -> hours == null || hours.touch(turn, rules))
        .orElse(false);
  }

  /** How many turns before turn {@code n} are served. */
  long servedBefore(long n) {
    if (n <= first) {
      return 0;
    }
    int stride = Math.toIntExact((n - first) / STRIDE);
    int[] counts = servedBefore;
    if (stride >= counts.length) {
      counts = grow(stride);
    }
    return (long) counts[stride] + count(first + (long) stride * STRIDE, n);
  }

  private int[] grow(int stride) {
    growing.lock();
    try {
      int[] counts = servedBefore;
      int known = counts.length;
      if (stride >= known) {
        counts = Arrays.copyOf(counts, Math.max(stride + 1, known * 2));
        for (int i = known; i < counts.length; i++) {
          long from = first + (i - 1L) * STRIDE;
          counts[i] = counts[i - 1] + count(from, from + STRIDE);
        }
        servedBefore = counts;
      }
      return counts;
    } finally {
      growing.unlock();
    }
  }

  private int count(long from, long to) {
    int served = 0;
    for (long n = from; n < to; n++) {
      if (isServed(n)) {
        served++;
      }
    }
    return served;
  }

  private Optional<Interval> valid(Instant from, Instant until) {
    Instant start = Interval.later(from, begin);
    Instant stop = Interval.earlier(until, end);
    return start.isBefore(stop) ? Optional.of(new Interval(start, stop)) : Optional.empty();
  }

  /** Whether the layer is on duty at an instant within its validity. */
  boolean isWithinHours(Instant at) {
    Hours hours = layer.hours();
    return hours == null || hours.touch(new Interval(at, at.plusNanos(1)), rules);
  }
}
