package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That a series comes at the same time of day.
 *
 * @param episodes how many episodes say so
 * @param concentration ρ of their starts on the clock: the length of the mean of unit vectors, from
 *     0 (any time) to 1 (always the same)
 * @param about the mean time of day of their starts
 */
record DailyRhythm(int episodes, double concentration, LocalTime about) {

  static final double LEAST_CONCENTRATION = 0.9;

  private static final int LEAST_EPISODES = 3;
  private static final int LEAST_DAYS = 2;
  private static final double LEAST_GAP = 15;
  private static final int MINUTES_OF_DAY = 24 * 60;

  /**
   * The rhythm of some days.
   *
   * @param minutes the minutes of 7 days in which a series occurred, oldest first
   * @param zone whose clock it is
   */
  static Optional<DailyRhythm> of(List<Instant> minutes, ZoneId zone) {
    List<Instant> starts = episodes(minutes);
    long days = starts.stream().map(start -> start.atZone(zone).toLocalDate()).distinct().count();
    if (starts.size() < LEAST_EPISODES || days < LEAST_DAYS) {
      return Optional.empty();
    }
    DailyRhythm rhythm = of(starts.stream().map(s -> s.atZone(zone).toLocalTime()).toList());
    return rhythm.concentration >= LEAST_CONCENTRATION ? Optional.of(rhythm) : Optional.empty();
  }

  /** The rhythm of starts, however little concentrated. */
  static DailyRhythm of(List<LocalTime> starts) {
    double x = 0;
    double y = 0;
    for (LocalTime start : starts) {
      double angle = 2 * Math.PI * start.toSecondOfDay() / (60.0 * MINUTES_OF_DAY);
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
    double turn = Math.atan2(y, x) / (2 * Math.PI);
    long minute = Math.floorMod(Math.round(turn * MINUTES_OF_DAY), (long) MINUTES_OF_DAY);
    return new DailyRhythm(
        starts.size(), Math.hypot(x, y) / starts.size(), LocalTime.MIN.plusMinutes(minute));
  }

  /**
   * The starts of the episodes: runs of minutes with gaps below 15 minutes, or below three times
   * the median gap if that is more.
   */
  static List<Instant> episodes(List<Instant> minutes) {
    double least = Math.max(LEAST_GAP, 3 * medianGap(minutes));
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      if (i == 0 || gap(minutes, i) >= least) {
        starts.add(minutes.get(i));
      }
    }
    return starts;
  }

  /** In words: {@code daily about 02:10}. */
  String note() {
    return String.format(Locale.ROOT, "daily about %02d:%02d", about.getHour(), about.getMinute());
  }

  private static double medianGap(List<Instant> minutes) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < minutes.size(); i++) {
      gaps.add(gap(minutes, i));
    }
    gaps.sort(null);
    int half = gaps.size() / 2;
    if (gaps.isEmpty()) {
      return 0;
    }
    return gaps.size() % 2 == 1 ? gaps.get(half) : (gaps.get(half - 1) + gaps.get(half)) / 2.0;
  }

  private static long gap(List<Instant> minutes, int i) {
    return Duration.between(minutes.get(i - 1), minutes.get(i)).toMinutes();
  }
}
