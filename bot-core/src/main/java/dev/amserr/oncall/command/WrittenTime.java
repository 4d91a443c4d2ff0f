package dev.amserr.oncall.command;

import dev.amserr.command.When;
import dev.amserr.oncall.OnCallResolver;
import dev.amserr.time.LocalTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A time that somebody wrote, on the clocks of a team.
 *
 * @param instants every instant it can mean, earlier first
 * @param zone the team's
 * @param remark what is odd about it, as a sentence; empty if nothing is
 */
record WrittenTime(List<Instant> instants, ZoneId zone, String remark) {

  /** What to say of a time that cannot be answered. */
  static final String RANGE =
      "Times from "
          + OnCallResolver.EARLIEST.atOffset(ZoneOffset.UTC).toLocalDate()
          + " to "
          + OnCallResolver.LATEST.atOffset(ZoneOffset.UTC).toLocalDate()
          + " can be answered.";

  private static final DateTimeFormatter SPELLED =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);

  static WrittenTime of(When when, ZoneId zone) {
    return when.fold(
        exact -> new WrittenTime(List.of(exact.at()), zone, ""),
        local -> {
          List<Instant> instants = LocalTimes.allInstants(local.at(), zone);
          return new WrittenTime(instants, zone, remark(local.at(), instants, zone));
        });
  }

  private static String remark(LocalDateTime local, List<Instant> instants, ZoneId zone) {
    if (instants.size() > 1) {
      return local + " comes twice in " + zone + ", because the clocks are set back.";
    }
    if (!LocalDateTime.ofInstant(instants.get(0), zone).equals(local)) {
      return local
          + " does not exist in "
          + zone
          + ", because the clocks are set forward; the moment of the change is meant.";
    }
    return "";
  }

  boolean isAnswerable() {
    return instants.stream().allMatch(WrittenTime::isAnswerable);
  }

  static boolean isAnswerable(Instant at) {
    return !at.isBefore(OnCallResolver.EARLIEST) && !at.isAfter(OnCallResolver.LATEST);
  }

  /** The earliest instant it can mean. */
  Instant first() {
    return instants.get(0);
  }

  /** An instant on the team's clocks: {@code Sun 2026-10-25 01:30 +01:00 Europe/London}. */
  String spelled(Instant at) {
    return SPELLED.format(at.atZone(zone)) + " " + zone;
  }
}
