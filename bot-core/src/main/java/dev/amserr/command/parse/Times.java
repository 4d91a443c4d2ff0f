package dev.amserr.command.parse;

import dev.amserr.command.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time as people write them: {@code now}, {@code +2h}, {@code -30m}, {@code 14:30},
 * {@code tomorrow 09:00}, {@code 2026-03-09}, {@code 2026-03-09 14:30}, and RFC 3339 with an offset
 * or a zone. Years 1970 to 2199.
 */
final class Times {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile(
          "(?<day>today|tomorrow|yesterday|\\d{4}-\\d{2}-\\d{2})?"
              + "(?<gap>[ t])?(?<time>\\d{1,2}:\\d{2}(:\\d{2})?)?");

  private Times() {}

  static Optional<When> parse(String text, Instant now, ZoneId zone) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() > 80) {
      return Optional.empty();
    }
    return relative(lower, now)
        .or(() -> local(lower, now.atZone(zone).toLocalDate()))
        .or(() -> exact(text))
        .filter(Times::isWithinBounds);
  }

  private static Optional<When> relative(String text, Instant now) {
    if (text.equals("now")) {
      return Optional.of(new When.Exact(now));
    }
    char sign = text.isEmpty() ? ' ' : text.charAt(0);
    if (sign != '+' && sign != '-') {
      return Optional.empty();
    }
    return Durations.parse(text.substring(1).strip())
        .map(d -> new When.Exact(sign == '+' ? now.plus(d) : now.minus(d)));
  }

  private static Optional<When> local(String text, LocalDate today) {
    Matcher form = DAY_AND_TIME.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String day = form.group("day");
    String time = form.group("time");
    boolean both = day != null && time != null;
    if ((day == null && time == null) || both != (form.group("gap") != null)) {
      return Optional.empty();
    }
    try {
      LocalDate date = day == null ? today : date(day, today);
      LocalTime of = time == null ? LocalTime.MIDNIGHT : time(time);
      return Optional.of(new When.Local(LocalDateTime.of(date, of)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static LocalDate date(String day, LocalDate today) {
    return switch (day) {
      case "today" -> today;
      case "tomorrow" -> today.plusDays(1);
      case "yesterday" -> today.minusDays(1);
      default -> LocalDate.parse(day);
    };
  }

  private static LocalTime time(String time) {
    return LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
  }

  private static Optional<When> exact(String text) {
    try {
      String withT = text.replaceFirst("(?<=\\d) (?=\\d)", "T");
      return Optional.of(new When.Exact(ZonedDateTime.parse(withT).toInstant()));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static boolean isWithinBounds(When when) {
    Instant at = when.first(ZoneOffset.UTC);
    return !at.isBefore(EARLIEST) && at.isBefore(LATEST);
  }
}
