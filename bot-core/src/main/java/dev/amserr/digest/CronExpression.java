package dev.amserr.digest;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A UNIX cron expression of five fields: minute, hour, day of month, month, day of week. It names
 * local minutes and knows no zone. Where both days are restricted, one of them suffices.
 */
public final class CronExpression {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

  private final String text;
  private final ExecutionTime times;

  private CronExpression(String text, ExecutionTime times) {
    this.text = text;
    this.times = times;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static CronExpression of(String text) {
    String trimmed = text.strip().replaceAll("\\s+", " ");
    int fields = trimmed.isEmpty() ? 0 : trimmed.split(" ").length;
    if (fields != 5) {
      throw refused(text, fields + " fields instead of 5");
    }
    try {
      Cron cron = PARSER.parse(trimmed);
      CronExpression expression = new CronExpression(trimmed, ExecutionTime.forCron(cron));
      if (expression.next(ANY_TIME).isEmpty()) {
        throw refused(text, "no such day");
      }
      return expression;
    } catch (IllegalArgumentException e) {
      throw e instanceof Refused ? e : refused(text, String.valueOf(e.getMessage()));
    }
  }

  /** The first minute after that one that the expression names. */
  Optional<LocalDateTime> next(LocalDateTime after) {
    return times.nextExecution(minute(after)).map(ZonedDateTime::toLocalDateTime);
  }

  /** The last minute before that time that the expression names. */
  Optional<LocalDateTime> last(LocalDateTime before) {
    LocalDateTime minute = before.truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime bound = minute.equals(before) ? minute : minute.plusMinutes(1);
    return times.lastExecution(minute(bound)).map(ZonedDateTime::toLocalDateTime);
  }

  /** UTC has no clock changes, so it serves as the time line of local times. */
  private static ZonedDateTime minute(LocalDateTime local) {
    return local.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneOffset.UTC);
  }

  private static Refused refused(String text, String why) {
    return new Refused(
        "\""
            + text
            + "\" is not a cron expression of five fields (minute, hour, day, month, weekday),"
            + " such as \"0 9 * * MON-FRI\": "
            + why);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** As written, with single spaces. */
  @Override
  public String toString() {
    return text;
  }

  private static final class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
