package dev.amserr.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as RFC 3339 writes them, such as {@code 2026-11-21T08:00:00.5+01:00}. The
 * usual form is read without the general parser, which costs more than all else of a report.
 */
public final class Timestamps {

  private static final int SECONDS_A_DAY = 86_400;
  private static final int NANO_DIGITS = 9;
  private static final int NOT_DIGITS = -1;

  private Timestamps() {}

  /** The instant; empty if the text is no time with an offset. */
  public static Optional<Instant> parse(String text) {
    Instant usual = usual(text);
    if (usual != null) {
      return Optional.of(usual);
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /** A time of this form in UTC that needs no second look; null for all else. */
  private static @Nullable Instant usual(String text) {
    int end = text.length() - 1;
    if (end < 19
        || text.charAt(end) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int nanos = nanos(text, end);
    if (year < 0
        || !isDay(year, month, day)
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59
        || nanos < 0) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(
        days * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second, nanos);
  }

  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    return day <= 28 || day <= Year.of(year).atMonth(month).lengthOfMonth();
  }

  /** The fraction between the seconds and the end. */
  private static int nanos(String text, int end) {
    if (end == 19) {
      return 0;
    }
    int digits = end - 20;
    if (text.charAt(19) != '.' || digits < 1 || digits > NANO_DIGITS) {
      return NOT_DIGITS;
    }
    int nanos = number(text, 20, end);
    for (int i = digits; i < NANO_DIGITS && nanos > 0; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NOT_DIGITS;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
