package dev.amserr.command.render;

import dev.amserr.command.reply.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as their reader sees them.
 *
 * @param zone the reader's
 * @param now from where relative times are counted
 */
public record ReaderTime(ZoneId zone, Instant now) {

  private static final DateTimeFormatter DATE_TIME = formatter("EEE uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DATE = formatter("EEE uuuu-MM-dd");
  private static final DateTimeFormatter TIME = formatter("HH:mm");

  /** {@code Mon 2026-03-09 14:30 UTC+1}, or as much of it as is asked for. */
  public String format(Span.Time time) {
    ZonedDateTime local = time.at().atZone(zone);
    return switch (time.style()) {
      case DATE_TIME -> local.format(DATE_TIME) + " " + offset(local.getOffset());
      case DATE -> local.format(DATE);
      case TIME -> local.format(TIME) + " " + offset(local.getOffset());
      case RELATIVE -> relative(Duration.between(now, time.at()));
    };
  }

  /** {@code UTC}, {@code UTC+1}, {@code UTC+13:45}: no abbreviation that means two zones. */
  private static String offset(ZoneOffset offset) {
    if (offset.getTotalSeconds() == 0) {
      return "UTC";
    }
    String id = offset.getId();
    String hours = id.charAt(0) + id.substring(id.charAt(1) == '0' ? 2 : 1, 3);
    String minutes = id.substring(3);
    return "UTC" + hours + (minutes.equals(":00") ? "" : minutes);
  }

  private static String relative(Duration distance) {
    long seconds = distance.abs().toSeconds();
    if (seconds < 60) {
      return "now";
    }
    String amount;
    if (seconds < 3_600) {
      amount = seconds / 60 + " min";
    } else if (seconds < 2 * 86_400) {
      amount = seconds / 3_600 + " h";
    } else {
      amount = seconds / 86_400 + " days";
    }
    return distance.isNegative() ? amount + " ago" : "in " + amount;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
