package dev.amserr.time;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells durations as people do: {@code 15m} in a file, "3 h" in a sentence. */
public final class Durations {

  private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})(s|m|h|d)");

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** Reads a whole number and a unit: {@code 90s}, {@code 15m}, {@code 24h}, {@code 7d}. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SHORT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  /**
   * In the largest unit that leaves nothing over, of days two: "90 s", "24 h", "36 h", "2 d"; from
   * two hours on with minutes beside them: "9 h 46 min".
   */
  public static String exact(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % DAY == 0 && seconds != DAY) {
      return seconds == 0 ? "0 s" : seconds / DAY + " d";
    }
    if (seconds % HOUR == 0) {
      return seconds / HOUR + " h";
    }
    if (seconds % MINUTE != 0) {
      return seconds + " s";
    }
    return seconds < 2 * HOUR
        ? seconds / MINUTE + " min"
        : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
  }

  /** The largest whole unit, rounded down: "45 s", "12 min", "3 h", "2 d". */
  public static String rough(Duration duration) {
    Duration length = duration.abs();
    if (length.toMinutes() == 0) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() == 0) {
      return length.toMinutes() + " min";
    }
    return length.toDays() == 0 ? length.toHours() + " h" : length.toDays() + " d";
  }
}
