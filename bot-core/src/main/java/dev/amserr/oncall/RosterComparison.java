package dev.amserr.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares who is on call under two states of the rosters. */
public final class RosterComparison {

  /** How many shifts of each level are compared. */
  public static final int SHIFTS = 8;

  private final OnCallResolver before;
  private final OnCallResolver after;
  private final Function<String, Additions> additions;

  /**
   * Prepares a comparison.
   *
   * @param additions what is known beside the roster about the team with an id, the same for both
   */
  public RosterComparison(Rosters before, Rosters after, Function<String, Additions> additions) {
    this.before = new OnCallResolver(before);
    this.after = new OnCallResolver(after);
    this.additions = additions;
  }

  /** The levels whose next {@value #SHIFTS} shifts differ, by team and level. */
  public List<LevelChange> changesAt(Instant at) {
    List<LevelChange> changes = new ArrayList<>();
    Set<String> teams = new LinkedHashSet<>(before.rosters().teams().keySet());
    teams.addAll(after.rosters().teams().keySet());
    for (String team : teams) {
      Set<String> levels = new LinkedHashSet<>(levels(before, team));
      levels.addAll(levels(after, team));
      for (String level : levels) {
        LevelChange change =
            new LevelChange(
                team,
                level,
                upcoming(before, team, level, at),
                upcoming(after, team, level, at),
                now(before, team, level, at),
                now(after, team, level, at),
                keeping(team, level, at));
        if (change.movesNow() || !spans(change.before()).equals(spans(change.after()))) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private static List<String> levels(OnCallResolver resolver, String team) {
    return find(resolver, team).map(Team::levels).orElse(List.of()).stream()
        .map(Level::name)
        .toList();
  }

  private List<Shift> upcoming(OnCallResolver resolver, String team, String level, Instant at) {
    return find(resolver, team)
        .filter(found -> found.level(level).isPresent())
        .map(
            found ->
                resolver.upcoming(
                    found, found.level(level).orElseThrow(), additions.apply(team), at, SHIFTS))
        .orElse(List.of());
  }

  private List<Person> now(OnCallResolver resolver, String team, String level, Instant at) {
    return upcoming(resolver, team, level, at).stream()
        .filter(shift -> shift.contains(at))
        .map(Shift::person)
        .toList();
  }

  private List<Layer> keeping(String team, String level, Instant at) {
    List<Layer> old = layers(before, team, level);
    List<Layer> edited = layers(after, team, level);
    if (old.size() != edited.size()) {
      return List.of();
    }
    List<Layer> keeping = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Layer was = old.get(i);
      Layer is = edited.get(i);
      if (!was.with(is.people(), was.from(), was.until()).equals(is)) {
        return List.of();
      }
      keeping.addAll(was.equals(is) ? List.of(was) : was.withPeople(is.people(), at));
    }
    return keeping;
  }

  private static List<Layer> layers(OnCallResolver resolver, String team, String level) {
    return find(resolver, team)
        .filter(found -> found.level(level).isPresent())
        .map(found -> found.levels().get(found.level(level).orElseThrow()).layers())
        .orElse(List.of());
  }

  private static Optional<Team> find(OnCallResolver resolver, String team) {
    return Optional.ofNullable(resolver.rosters().teams().get(team));
  }

  private static List<String> spans(List<Shift> shifts) {
    return shifts.stream()
        .map(shift -> shift.person().id() + " " + shift.from() + " " + shift.until())
        .toList();
  }
}
