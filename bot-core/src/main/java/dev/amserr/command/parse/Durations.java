package dev.amserr.command.parse;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 90m}, {@code 1h30m}, {@code 2 days}, {@code PT2H}. A
 * day is 24 hours. More than nothing, at most ten years.
 */
final class Durations {

  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final String AMOUNT =
      "(\\d{1,6})\\s?(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)";
  private static final Pattern PART = Pattern.compile(AMOUNT + "\\s?");
  private static final Pattern WHOLE = Pattern.compile("(" + AMOUNT + "\\s?){1,6}");

  private Durations() {}

  static Optional<Duration> parse(String text) {
    return any(text.toLowerCase(Locale.ROOT))
        .filter(d -> !d.isZero() && !d.isNegative() && d.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> any(String text) {
    if (WHOLE.matcher(text).matches()) {
      Duration sum = Duration.ZERO;
      Matcher part = PART.matcher(text);
      while (part.find()) {
        sum = sum.plus(unit(part.group(2).charAt(0)).multipliedBy(Long.parseLong(part.group(1))));
      }
      return Optional.of(sum);
    }
    if (!text.startsWith("p") || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }

  private static Duration unit(char letter) {
    return switch (letter) {
      case 'w' -> Duration.ofDays(7);
      case 'd' -> Duration.ofDays(1);
      case 'h' -> Duration.ofHours(1);
      case 'm' -> Duration.ofMinutes(1);
      default -> Duration.ofSeconds(1);
    };
  }
}
