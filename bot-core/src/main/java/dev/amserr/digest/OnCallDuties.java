package dev.amserr.digest;

import dev.amserr.oncall.Additions;
import dev.amserr.oncall.LevelOnCall;
import dev.amserr.oncall.OnCall;
import dev.amserr.oncall.OnCallResolver;
import dev.amserr.oncall.OwnedCode;
import dev.amserr.oncall.OwnershipRules;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Rosters;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Duties by the rosters as they are now. */
public final class OnCallDuties implements Duties {

  private final Supplier<OnCallResolver> resolver;
  private final Function<Team, Additions> additions;
  private final Function<SeriesKey, String> hints;
  private volatile @Nullable Known known;

  /** The rules of the rosters seen last. */
  private record Known(Rosters rosters, OwnershipRules rules) {}

  /**
   * Duties.
   *
   * @param resolver of the rosters that are loaded; a reload replaces it
   * @param additions covers and calendar of a team
   * @param hints the team that the catalog names for a code; empty for none
   */
  public OnCallDuties(
      Supplier<OnCallResolver> resolver,
      Function<Team, Additions> additions,
      Function<SeriesKey, String> hints) {
    this.resolver = resolver;
    this.additions = additions;
    this.hints = hints;
  }

  @Override
  public Optional<Team> owner(SeriesKey series, String name) {
    return rules(resolver.get().rosters())
        .owner(new OwnedCode(series.system(), name, series.code()), hints.apply(series))
        .team();
  }

  private OwnershipRules rules(Rosters rosters) {
    Known last = known;
    if (last == null || !last.rosters().equals(rosters)) {
      last = new Known(rosters, new OwnershipRules(rosters));
      known = last;
    }
    return last.rules();
  }

  @Override
  public DigestSnapshot.Duty duty(Team team, Instant at, int lines) {
    TeamOnCall now = resolver.get().at(team, additions.apply(team), at);
    OnCall first =
        now.levels().stream()
            .map(LevelOnCall::onCall)
            .filter(onCall -> !onCall.shifts().isEmpty())
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
                lines),
        gap ->
            new DigestSnapshot.Duty(
                team.id(),
                team.title(),
                List.of(),
                gap.until(),
                contacts(gap.next().stream().map(Upcoming::person).toList()),
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
