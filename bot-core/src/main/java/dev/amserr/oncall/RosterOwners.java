package dev.amserr.oncall;

import dev.amserr.command.reply.Mention;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.Ownership;
import dev.amserr.errorcode.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    for (LevelOnCall level : answer.levels()) {
      Optional<Ownership.Pager> pager =
          level
              .onCall()
              .fold(
                  assigned -> Optional.of(pager(answer, level, assigned)), gap -> Optional.empty());
      if (pager.isPresent()) {
        return pager.get();
      }
    }
    return nobody(answer);
  }

  private static Ownership.Pager pager(
      TeamOnCall answer, LevelOnCall level, OnCall.Assigned assigned) {
    return new Ownership.Pager(
        mentions(assigned.people().stream().map(Shift::person).toList()),
        level.name(),
        assigned.earliestEnd().orElse(null),
        mentions(assigned.next().stream().map(Upcoming::person).toList()),
        answer.stale());
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

  private static List<Mention> mentions(List<Person> people) {
    return people.stream().map(Person::mention).toList();
  }
}
