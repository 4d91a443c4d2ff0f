package dev.amserr.digest;

import dev.amserr.oncall.LevelOnCall;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCall;
import dev.amserr.oncall.OwnedCode;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.oncall.Upcoming;
import dev.amserr.recurrence.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Duties by the rosters, covers and calendars as they are at the moment. */
public final class OnCallDuties implements Duties {

  private final LiveOnCall onCall;
  private final Function<SeriesKey, String> hints;

  /**
   * Duties.
   *
   * @param hints the team that the catalog names for a code; empty for none
   */
  public OnCallDuties(LiveOnCall onCall, Function<SeriesKey, String> hints) {
    this.onCall = onCall;
    this.hints = hints;
  }

  @Override
  public Optional<Team> owner(SeriesKey series, String name) {
    return onCall
        .state()
        .owner(new OwnedCode(series.system(), name, series.code()), hints.apply(series))
        .team();
  }

  @Override
  public DigestSnapshot.Duty duty(Team team, Instant at, int lines) {
    TeamOnCall now = onCall.state().at(team, at);
    OnCall first =
        now.levels().stream()
            .map(LevelOnCall::onCall)
            .filter(onLevel -> !onLevel.shifts().isEmpty())
            .findFirst()
            .orElse(now.levels().get(0).onCall());
    return first.fold(
        assigned ->
            new DigestSnapshot.Duty(
                team.id(),
                team.title(),
                contacts(assigned.people().stream().map(Shift::person).toList()),
                firstEnd(assigned.people()),
                contacts(assigned.next().stream().map(Upcoming::person).toList()),
                now.stale(),
                lines),
        gap ->
            new DigestSnapshot.Duty(
                team.id(),
                team.title(),
                List.of(),
                gap.until(),
                contacts(gap.next().stream().map(Upcoming::person).toList()),
                now.stale(),
                lines));
  }

  private static @Nullable Instant firstEnd(List<Shift> shifts) {
    return shifts.stream()
        .flatMap(shift -> Stream.ofNullable(shift.until()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<DigestSnapshot.Contact> contacts(List<Person> people) {
    return people.stream()
        .map(p -> new DigestSnapshot.Contact(p.name(), p.discord(), p.slack()))
        .toList();
  }
}
