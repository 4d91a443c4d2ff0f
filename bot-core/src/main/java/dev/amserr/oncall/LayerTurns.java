package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The turns of one layer on the time line.
 *
 * <p>A turn lies between two hand-offs. It is served if any of it lies within the layer's validity
 * and hours; people advance over served turns only, so the person of a turn follows from how many
 * were served before. Those counts are kept once they were needed, which changes no answer. For any
 * number of threads.
 */
final class LayerTurns {

  private static final int GROWTH = 64;

  /** Takes the pieces of turns, in order. */
  @FunctionalInterface
  interface Sink {
    void accept(Interval time, String person, long turn);
  }

  private final Layer layer;
  private final ZoneTable zone;
  private final Instant anchor;
  private final long elapsedSeconds;
  private final Instant begin;
  private final Instant end;
  private final long first;
  private final ReentrantLock growing = new ReentrantLock();
  private volatile int[] servedBefore = {0};

  /**
   * Prepares a layer.
   *
   * @param zone the layer's, or what it is to be replaced by
   */
  LayerTurns(Layer layer, ZoneTable zone) {
    this.layer = layer;
    this.zone = zone;
    this.anchor = zone.toInstant(layer.start());
    this.elapsedSeconds =
        layer.rotation().elapsed() ? layer.rotation().longestTurn().toSeconds() : 0;
    LocalDateTime from = layer.from();
    LocalDateTime until = layer.until();
    this.begin = from == null ? anchor : Interval.later(anchor, zone.toInstant(from));
    this.end = until == null ? Instant.MAX : zone.toInstant(until);
    this.first = layer.rotation().numberAt(layer.start(), zone, begin);
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
        zone,
        piece -> {
          any[0] = true;
          sink.accept(piece);
        });
    return any[0];
  }

  /** The number of the last hand-off at or before an instant. */
  long numberAt(Instant at) {
    return layer.rotation().numberAt(layer.start(), zone, at);
  }

  Instant handOff(long n) {
    return elapsedSeconds > 0
        ? anchor.plusSeconds(n * elapsedSeconds)
        : layer.rotation().handOff(layer.start(), zone, n);
  }

  /** Whether any of turn {@code n} is on duty. */
  boolean isServed(long n) {
    Hours hours = layer.hours();
    return valid(handOff(n), handOff(n + 1))
        .map(turn -> hours == null || hours.touch(turn, zone))
        .orElse(false);
  }

  /** How many turns before turn {@code n} are served. */
  long servedBefore(long n) {
    if (n <= first) {
      return 0;
    }
    int index = Math.toIntExact(n - first);
    int[] counts = servedBefore;
    return (index < counts.length ? counts : grow(index))[index];
  }

  private int[] grow(int index) {
    growing.lock();
    try {
      int[] counts = servedBefore;
      int known = counts.length;
      if (index >= known) {
        counts = Arrays.copyOf(counts, Math.max(index + 1, known + GROWTH));
        for (int i = known; i < counts.length; i++) {
          counts[i] = counts[i - 1] + (isServed(first + i - 1) ? 1 : 0);
        }
        servedBefore = counts;
      }
      return counts;
    } finally {
      growing.unlock();
    }
  }

  private Optional<Interval> valid(Instant from, Instant until) {
    Instant start = Interval.later(from, begin);
    Instant stop = Interval.earlier(until, end);
    return start.isBefore(stop) ? Optional.of(new Interval(start, stop)) : Optional.empty();
  }

  /** Whether the layer is on duty at an instant within its validity. */
  boolean isWithinHours(Instant at) {
    Hours hours = layer.hours();
    return hours == null || hours.touch(new Interval(at, at.plusNanos(1)), zone);
  }
}
