package dev.amserr.digest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a run of a schedule: {@code daily-20260329T010000Z}.
 *
 * @param scheduledAt when it was due, to the second; for a run that somebody asked for, when that
 *     was
 */
public record RunId(String schedule, Instant scheduledAt) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile("([a-z][-a-z0-9]{0,39})-([0-9]{8}T[0-9]{6}Z)");

  public RunId {
    scheduledAt = scheduledAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Reads what {@link #toString} writes. */
  public static Optional<RunId> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RunId(matcher.group(1), TIME.parse(matcher.group(2), Instant::from)));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return schedule + "-" + TIME.format(scheduledAt);
  }
}
