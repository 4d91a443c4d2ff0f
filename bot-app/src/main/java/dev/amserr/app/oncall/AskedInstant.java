package dev.amserr.app.oncall;

import dev.amserr.oncall.OnCallResolver;
import dev.amserr.time.LocalTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A moment that a program or a command line asks for. */
public final class AskedInstant {

  /** What to say where there is none. */
  public static final String EXPECTED =
      "Expected a time such as 2026-03-09T13:30:00Z, or 2026-03-09T13:30 on the clocks of the team,"
          + " in the years from "
          + year(OnCallResolver.EARLIEST)
          + " to "
          + year(OnCallResolver.LATEST)
          + ".";

  private AskedInstant() {}

  /**
   * The instant; empty if the text is no time, or one that can't be answered for. A local time that
   * exists twice means the earlier one, one that does not exist the moment of the clock change.
   *
   * @param text RFC 3339, or a local date and time
   */
  public static Optional<Instant> parse(String text, ZoneId zone) {
    try {
      boolean local = text.length() <= "2026-03-09T13:30:00".length() && !text.endsWith("Z");
      Instant instant =
          local
              ? LocalTimes.toInstant(LocalDateTime.parse(text), zone)
              : OffsetDateTime.parse(text).toInstant();
      boolean known =
          !instant.isBefore(OnCallResolver.EARLIEST) && !instant.isAfter(OnCallResolver.LATEST);
      return known ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static String year(Instant instant) {
    return instant.toString().substring(0, 4);
  }
}
