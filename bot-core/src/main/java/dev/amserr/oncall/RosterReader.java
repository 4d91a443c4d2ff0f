package dev.amserr.oncall;

import dev.amserr.text.NearestNames;
import dev.amserr.time.ZoneNames;
import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads rosters from YAML.
 *
 * <p>Strict: whatever is not understood is a problem with file, line and key, all of them are
 * reported at once, and then there are no rosters.
 */
public final class RosterReader {

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  private static final Pattern DISCORD_ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern SLACK_ID = Pattern.compile("[A-Z0-9]{1,32}");

  private static final int MOST_NAMES = 12;

  private final Problems problems;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Team> teams = new LinkedHashMap<>();

  private RosterReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a file's text.
   *
   * @param file its name in messages
   * @return empty if there was any problem
   */
  public static Optional<Rosters> read(String file, String text, Problems problems) {
    return Section.read(file, text, problems).flatMap(root -> read(root, problems));
  }

  /**
   * Reads a file that was read as YAML already.
   *
   * @param problems those that the section reports to; what it contains from elsewhere does not
   *     count here
   * @return empty if there was any problem
   */
  public static Optional<Rosters> read(Section root, Problems problems) {
    int before = problems.list().size();
    RosterReader reader = new RosterReader(problems);
    String defaultTeam = reader.file(root);
    return problems.list().size() == before
        ? Optional.of(new Rosters(reader.people, reader.teams, defaultTeam))
        : Optional.empty();
  }

  private String file(Section root) {
    Section peopleSection = root.sectionOrEmpty("people");
    for (String id : peopleSection.keys()) {
      entry(peopleSection, id, "a person with a name").ifPresent(s -> person(id, s));
    }
    rejectSharedIds(peopleSection);
    Section teamsSection = root.sectionOrEmpty("teams");
    Map<Value, Team> patterns = new LinkedHashMap<>();
    for (String id : teamsSection.keys()) {
      entry(teamsSection, id, "a team with a zone and levels or a calendar")
          .flatMap(s -> new TeamReader(problems, people).read(id, s, patterns))
          .ifPresent(team -> teams.put(id, team));
    }
    rejectTies(patterns);
    Optional<Value> defaultTeam = root.value("defaultTeam");
    defaultTeam
        .filter(value -> !teamsSection.keys().contains(value.text()))
        .ifPresent(value -> value.reject(oneOf("a team", value.text(), teamsSection.keys())));
    root.rejectOthers();
    return defaultTeam.map(Value::text).filter(teams::containsKey).orElse("");
  }

  private Optional<Section> entry(Section parent, String id, String expected) {
    Position at = parent.positionOf(id);
    String path = parent.path() + "." + id;
    if (!ID.matcher(id).matches()) {
      problems.add(
          at, path, "the id " + Problems.quote(id), "letters, digits, \".\", \"_\" and \"-\"");
    }
    int before = problems.list().size();
    Optional<Section> section = parent.section(id);
    if (section.isEmpty() && problems.list().size() == before) {
      problems.add(at, path, "nothing", expected);
    }
    return section;
  }

  private void person(String id, Section section) {
    Optional<Value> name = section.required("name", "the person's name");
    name.filter(value -> value.text().isBlank()).ifPresent(value -> value.reject("a name"));
    ZoneId zone = section.value("zone").flatMap(RosterReader::zone).orElse(null);
    String discord = matching(section, "discord", DISCORD_ID, "a Discord user id, digits only");
    String slack = matching(section, "slack", SLACK_ID, "a Slack member id such as \"U0000001\"");
    String phone = section.text("phone", "");
    section.rejectOthers();
    String shown = name.map(Value::text).filter(text -> !text.isBlank()).orElse(id);
    if (!id.isBlank()) {
      people.put(id, new Person(id, shown, zone, discord, slack, phone));
    }
  }

  private static String matching(Section section, String key, Pattern pattern, String expected) {
    return section
        .value(key)
        .flatMap(
            value ->
                value.as(
                    text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                    expected))
        .orElse("");
  }

  // Whoever sends a message must be one person.
  private void rejectSharedIds(Section section) {
    Map<String, String> discord = new HashMap<>();
    Map<String, String> slack = new HashMap<>();
    for (Person person : people.values()) {
      rejectShared(section, person, "discord", person.discord(), discord);
      rejectShared(section, person, "slack", person.slack(), slack);
    }
  }

  private static void rejectShared(
      Section people, Person person, String key, String id, Map<String, String> owners) {
    String owner = id.isEmpty() ? null : owners.putIfAbsent(id, person.id());
    if (owner != null) {
      people
          .sectionOrEmpty(person.id())
          .value(key)
          .ifPresent(value -> value.reject("an id of their own, this is that of " + owner));
    }
  }

  private static void rejectTies(Map<Value, Team> patterns) {
    List<Map.Entry<Value, Team>> all = List.copyOf(patterns.entrySet());
    for (int i = 0; i < all.size(); i++) {
      OwnershipPattern later = pattern(all.get(i));
      for (Map.Entry<Value, Team> entry : all.subList(0, i)) {
        OwnershipPattern earlier = pattern(entry);
        boolean sameTeam = entry.getValue().id().equals(all.get(i).getValue().id());
        if (sameTeam && earlier.text().equals(later.text())) {
          all.get(i).getKey().reject("each pattern once");
          break;
        }
        if (!sameTeam && later.tiesWith(earlier)) {
          all.get(i)
              .getKey()
              .reject(
                  "a pattern that does not tie with "
                      + Problems.quote(earlier.text())
                      + " of team "
                      + entry.getValue().id()
                      + " (the one with more literal characters wins)");
          break;
        }
      }
    }
  }

  private static OwnershipPattern pattern(Map.Entry<Value, Team> entry) {
    return OwnershipPattern.parse(entry.getKey().text()).orElseThrow();
  }

  /** A zone, or a problem with a suggestion. */
  static Optional<ZoneId> zone(Value value) {
    return value.as(ZoneNames::parse, ZoneNames.expected(value.text()));
  }

  /** What was expected where a name had to be one of several. */
  static String oneOf(String what, String found, Collection<String> names) {
    List<String> near = NearestNames.of(found, names, 1);
    if (!near.isEmpty()) {
      return what + " of this file, probably " + Problems.quote(near.get(0));
    }
    return names.isEmpty()
        ? what + " of this file, which has none"
        : what
            + " of this file: "
            + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }
}
