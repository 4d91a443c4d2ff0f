package dev.amserr.app.config;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schedules of five fields: minute, hour, day of month, month, day of week. */
final class CronText {

  static final String EXPECTED =
      "five fields (minute, hour, day of month, month, day of week), such as \"0 9 * * MON-FRI\"";

  private static final Pattern FIELDS = Pattern.compile("[0-9A-Z*/,-]+( [0-9A-Z*/,-]+){4}");
  // Every day that a calendar can have comes within eight years of this one.
  private static final ZonedDateTime START =
      ZonedDateTime.of(2000, 3, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private CronText() {}

  /** The schedule in capitals and with single spaces, if it is one and ever comes. */
  static Optional<String> parse(String text) {
    String fields = fields(text);
    return cron(fields)
        .flatMap(cron -> ExecutionTime.forCron(cron).nextExecution(START))
        .map(next -> fields);
  }

  /** What would be accepted instead of a text that is not. */
  static String expected(String text) {
    return cron(fields(text)).isEmpty()
        ? EXPECTED
        : "a schedule that comes; no month of this one has such a day";
  }

  private static String fields(String text) {
    return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }

  /** The schedule of five fields, whether it ever comes or not. */
  private static Optional<Cron> cron(String fields) {
    if (!FIELDS.matcher(fields).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
              .parse(fields)
              .validate());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
