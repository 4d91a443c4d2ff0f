package dev.amserr.oncall;

import dev.amserr.text.NearestNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everybody who can be on call, and how.
 *
 * @param people by id
 * @param teams by id, in the order of the file
 * @param defaultTeam the id of the team that owns what nobody else owns, or empty
 */
public record Rosters(Map<String, Person> people, Map<String, Team> teams, String defaultTeam) {

  private static final int NEAREST = 3;

  public Rosters {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
    if (!defaultTeam.isEmpty() && !teams.containsKey(defaultTeam)) {
      throw new IllegalArgumentException("the default team " + defaultTeam + " does not exist");
    }
    for (Team team : teams.values()) {
      List<Layer> layers = new ArrayList<>();
      team.levels().forEach(level -> layers.addAll(level.layers()));
      team.shadows().forEach(shadow -> layers.add(shadow.layer()));
      for (Layer layer : layers) {
        for (String id : layer.people()) {
          if (!people.containsKey(id)) {
            throw new IllegalArgumentException(team.id() + " names the unknown person " + id);
          }
        }
      }
    }
  }

  /** Rosters of nobody. */
  public static Rosters none() {
    return new Rosters(Map.of(), Map.of(), "");
  }

  /** The team of that id or title, case aside. */
  public TeamSearch team(String name) {
    String wanted = key(name);
    for (Team team : teams.values()) {
      if (key(team.id()).equals(wanted)) {
        return new TeamSearch.Found(team);
      }
    }
    for (Team team : teams.values()) {
      if (key(team.title()).equals(wanted)) {
        return new TeamSearch.Found(team);
      }
    }
    return new TeamSearch.Unknown(name, nearest(wanted), List.copyOf(teams.keySet()));
  }

  private List<String> nearest(String wanted) {
    Map<String, String> idOf = new LinkedHashMap<>();
    for (Team team : teams.values()) {
      idOf.put(key(team.title()), team.id());
      idOf.put(key(team.id()), team.id());
    }
    return NearestNames.of(wanted, new TreeSet<>(idOf.keySet()), 2 * NEAREST).stream()
        .flatMap(name -> Optional.ofNullable(idOf.get(name)).stream())
        .distinct()
        .limit(NEAREST)
        .toList();
  }

  /** The person that a text means: by id, else by a name that only one has, case aside. */
  public Optional<Person> called(String text) {
    String wanted = key(text);
    List<Person> named = new ArrayList<>();
    for (Person person : people.values()) {
      if (key(person.id()).equals(wanted)) {
        return Optional.of(person);
      }
      if (key(person.name()).equals(wanted)) {
        named.add(person);
      }
    }
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Who a user of a chat platform is. */
  public Optional<Person> byDiscord(String userId) {
    return userId.isEmpty()
        ? Optional.empty()
        : people.values().stream().filter(p -> p.discord().equals(userId)).findFirst();
  }

  /** Who a user of a chat platform is. */
  public Optional<Person> bySlack(String userId) {
    return userId.isEmpty()
        ? Optional.empty()
        : people.values().stream().filter(p -> p.slack().equals(userId)).findFirst();
  }

  /** Whether a person stands in the roster of a team, shadows included. */
  public boolean isMember(String person, Team team) {
    return team.levels().stream()
            .flatMap(level -> level.layers().stream())
            .anyMatch(layer -> layer.people().contains(person))
        || team.shadows().stream().anyMatch(shadow -> shadow.layer().people().contains(person));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
