package dev.amserr.digest;

import dev.amserr.oncall.Team;
import dev.amserr.recurrence.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The owners of what one digest is about, and who of them is on call. Used by one thread. */
final class OwnersOnDuty {

  private final Duties duties;
  private final Instant now;
  private final Map<String, Team> owners = new LinkedHashMap<>();

  /**
   * Owners, none asked for yet.
   *
   * @param now when somebody is on call
   */
  OwnersOnDuty(Duties duties, Instant now) {
    this.duties = duties;
    this.now = now;
  }

  /** The id of the team that owns a series; empty for nobody. */
  String owner(SeriesKey key, String name) {
    Optional<Team> team = duties.owner(key, name);
    team.ifPresent(owner -> owners.put(owner.id(), owner));
    return team.map(Team::id).orElse("");
  }

  /** Who is on call for the lines of these sections; whoever owns most of them first. */
  List<DigestSnapshot.Duty> of(List<DigestSnapshot.Section> sections) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    sections.forEach(
        section -> section.lines().forEach(line -> lines.merge(line.owner(), 1, Integer::sum)));
    List<DigestSnapshot.Duty> all = new ArrayList<>();
    lines.forEach(
        (owner, count) -> {
          Team team = owners.get(owner);
          all.add(
              team == null
                  ? new DigestSnapshot.Duty("", "nobody", List.of(), null, List.of(), "", count)
                  : duties.duty(team, now, count));
        });
    all.sort(
        Comparator.comparingInt(DigestSnapshot.Duty::lines)
            .reversed()
            .thenComparing(DigestSnapshot.Duty::team));
    return all;
  }
}
