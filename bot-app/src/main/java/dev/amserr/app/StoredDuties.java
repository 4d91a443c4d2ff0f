package dev.amserr.app;

import dev.amserr.app.oncall.StoredCalendars;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.Duties;
import dev.amserr.oncall.Team;
import dev.amserr.recurrence.SeriesKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Duties of teams whose calendars may not be known: of such a team it is not said that nobody is on
 * call. Used by one thread.
 */
final class StoredDuties implements Duties {

  /** Stands where people do: a digest, which the bot posts, has no other place for it. */
  private static final DigestSnapshot.Contact NOT_KNOWN =
      new DigestSnapshot.Contact("it is not known who", "", "");

  private final Duties duties;
  private final StoredCalendars calendars;
  private final Map<String, String> doubts = new TreeMap<>();

  StoredDuties(Duties duties, StoredCalendars calendars) {
    this.duties = duties;
    this.calendars = calendars;
  }

  @Override
  public Optional<Team> owner(SeriesKey series, String name) {
    return duties.owner(series, name);
  }

  @Override
  public DigestSnapshot.Duty duty(Team team, Instant at, int lines) {
    DigestSnapshot.Duty duty = duties.duty(team, at, lines);
    Optional<String> why = calendars.whyUnknown(team);
    why.ifPresent(reason -> doubts.put(team.id(), reason));
    return why.isPresent() && duty.people().isEmpty()
        ? new DigestSnapshot.Duty(
            team.id(), team.title(), List.of(NOT_KNOWN), null, List.of(), lines)
        : duty;
  }

  /** Of which teams it is not known who is on call, why, and what to do; empty for none. */
  Optional<String> doubt() {
    return doubts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            doubts.entrySet().stream()
                .map(team -> "On-call of " + team.getKey() + " is not known: " + team.getValue())
                .collect(Collectors.joining(".\n", "", ".")));
  }
}
