package dev.amserr.oncall;

import dev.amserr.command.reply.Mention;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.Ownership;
import dev.amserr.errorcode.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owners by the rosters: patterns, then the catalog's hint, then the default team. */
public final class RosterOwners implements Owners {

  private final LiveOnCall live;

  public RosterOwners(LiveOnCall live) {
    this.live = live;
  }

  @Override
  public Ownership of(Reading reading, Instant at) {
    OnCallState state = live.state();
    OwnedCode code =
        new OwnedCode(
            reading.system().id(),
            Objects.requireNonNullElse(reading.name(), ""),
            Objects.requireNonNullElse(reading.value(), ""));
    Owner owner = state.owner(code, Objects.requireNonNullElse(reading.owner(), ""));
    return owner
        .team()
        .<Ownership>map(
            team ->
                new Ownership.Owned(
                    team.id(), team.title(), owner.why(), pager(state.at(team, at))))
        .orElseGet(() -> new Ownership.Unowned(owner.why()));
  }

  private static Ownership.Pager pager(TeamOnCall answer) {
    Optional<LevelOnCall> first =
        answer.levels().stream().filter(level -> !level.onCall().shifts().isEmpty()).findFirst();
    return first
        .map(
            level ->
                new Ownership.Pager(
                    mentions(level.onCall().shifts().stream().map(Shift::person).toList()),
                    level.name(),
                    earliestEnd(level.onCall().shifts()),
                    mentions(level.onCall().next().stream().map(Upcoming::person).toList()),
                    answer.stale()))
        .orElseGet(() -> nobody(answer));
  }

  private static Ownership.Pager nobody(TeamOnCall answer) {
    List<Upcoming> next = answer.firstToCome();
    return new Ownership.Pager(
        List.of(),
        "",
        next.isEmpty() ? null : next.get(0).from(),
        mentions(next.stream().map(Upcoming::person).toList()),
        answer.stale());
  }

  private static @Nullable Instant earliestEnd(List<Shift> shifts) {
    Instant earliest = null;
    for (Shift shift : shifts) {
      Instant end = shift.until();
      if (end != null && (earliest == null || end.isBefore(earliest))) {
        earliest = end;
      }
    }
    return earliest;
  }

  private static List<Mention> mentions(List<Person> people) {
    return people.stream().map(Person::mention).toList();
  }
}
