package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says each minute whether a series spikes. Pure: the state before and what was counted go in, the
 * state after comes out.
 */
final class SpikeDetector {

  /** The sensitivity at which a spike begins. */
  static final int Z = 4;

  /** The least sensitive z that is recorded. */
  static final int HIGHEST_Z = 6;

  /** For how long the count stays below half the limit until a spike is over. */
  static final Duration CALM = Duration.ofMinutes(30);

  private static final double LEAST_PLAYS_A_MINUTE = 25;
  private static final double LEAST_RATE = 1.5;

  /** A reason is renewed when this many times more occur than it says. */
  private static final double GROWTH = 1.5;

  private final SpikeLimit limit;

  SpikeDetector(boolean critical) {
    this.limit = SpikeLimit.of(critical);
  }

  /** Whether anything at all can begin to spike at this count, so that a baseline is needed. */
  static boolean matters(boolean critical, long c60) {
    return c60 >= SpikeLimit.of(critical).least();
  }

  /**
   * The state after a minute.
   *
   * @param spike the state before; null if the series did not spike
   * @param end the end of the minute
   * @param recent what was counted until then
   * @param baseline that of the hour in which the minute lies
   * @return null if it does not spike
   */
  @Nullable SeriesState after(
      @Nullable SeriesState spike, Instant end, RecentCount recent, Baseline baseline) {
    Why hour = new Why(recent.c60(), limit.of60(baseline, Z), baseline.mean());
    if (spike == null) {
      return begin(end, recent, baseline, hour);
    }
    if (recent.c60() >= hour.limit() / 2) {
      return grow(spike, recent, baseline, hour);
    }
    Instant calmSince = spike.calmSince() == null ? end : spike.calmSince();
    return Duration.between(calmSince, end).compareTo(CALM) >= 0
        ? null
        : new SeriesState(
            StateKind.SPIKE, spike.since(), spike.why(), spike.z(), spike.note(), calmSince);
  }

  private @Nullable SeriesState begin(
      Instant end, RecentCount recent, Baseline baseline, Why hour) {
    int z = strength(recent, baseline);
    if (z == 0) {
      return null;
    }
    boolean inHour = recent.c60() >= hour.limit();
    Why why = inHour ? hour : new Why(recent.c5(), limit.of5(baseline, Z), baseline.mean() / 12);
    return new SeriesState(StateKind.SPIKE, end, why, z, inHour ? "" : "within 5 minutes", null);
  }

  private SeriesState grow(SeriesState spike, RecentCount recent, Baseline baseline, Why hour) {
    int z = Math.max(spike.z(), strength(recent, baseline));
    boolean renewed =
        hour.observed() >= hour.limit()
            && (z > spike.z() || hour.observed() >= GROWTH * spike.why().observed());
    return new SeriesState(
        StateKind.SPIKE,
        spike.since(),
        renewed ? hour : spike.why(),
        z,
        renewed ? "" : spike.note(),
        null);
  }

  /** The highest z for which the limit of 60 or of 5 minutes is reached; 0 if for none. */
  private int strength(RecentCount recent, Baseline baseline) {
    for (int z = HIGHEST_Z; z >= Z; z--) {
      boolean inHour =
          recent.c60() >= limit.of60(baseline, z)
              && rateRose(recent.c60(), recent.plays60(), 60, baseline);
      boolean inFive =
          recent.c5() >= limit.of5(baseline, z)
              && rateRose(recent.c5(), recent.plays5(), 5, baseline);
      if (inHour || inFive) {
        return z;
      }
    }
    return 0;
  }

  /** Whether errors a play rose too; true where plays are not known. */
  private static boolean rateRose(long count, long plays, int minutes, Baseline baseline) {
    if (plays < LEAST_PLAYS_A_MINUTE * minutes || baseline.rate() == 0) {
      return true;
    }
    return WilsonBound.lower(count, plays) > LEAST_RATE * baseline.rate();
  }
}
