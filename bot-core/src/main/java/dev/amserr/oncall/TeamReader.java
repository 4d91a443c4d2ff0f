package dev.amserr.oncall;

import dev.amserr.time.Durations;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one team of a roster. */
final class TeamReader {

  private static final Duration SHORTEST_REFRESH = Duration.ofMinutes(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(1);
  private static final Duration USUAL_REFRESH = Duration.ofMinutes(15);
  private static final Set<String> SCHEMES = Set.of("http", "https", "webcal");

  private final Problems problems;
  private final LayerReader layers;

  TeamReader(Problems problems, Map<String, Person> people) {
    this.problems = problems;
    this.layers = new LayerReader(problems, people.keySet());
  }

  /**
   * Reads a team.
   *
   * @param patterns receives what the team owns, with its place
   */
  Optional<Team> read(String id, Section section, Map<Value, Team> patterns) {
    String title = section.text("title", id);
    ZoneId zone =
        section
            .required("zone", "the team's time zone, such as Europe/London")
            .flatMap(RosterReader::zone)
            .orElse(ZoneOffset.UTC);
    List<Value> owns = new ArrayList<>();
    List<OwnershipPattern> ownsPatterns = new ArrayList<>();
    for (Value value : section.values("owns")) {
      value
          .as(
              OwnershipPattern::parse,
              "a system, \"system:pattern\" or a pattern with \"*\", such as \"0x8089*\"")
          .ifPresent(
              pattern -> {
                owns.add(value);
                ownsPatterns.add(pattern);
              });
    }
    Optional<CalendarSource> calendar = section.section("calendar").flatMap(this::calendar);
    List<Level> levels = levels(section, zone);
    if (section.has("calendar") && section.has("levels")) {
      problems.add(
          section.positionOf("calendar"),
          section.path() + ".calendar",
          "a calendar beside levels",
          "one of the two");
    } else if (!section.has("calendar") && levels.isEmpty() && !section.has("levels")) {
      section.missing("levels", "at least one level, or a calendar");
    }
    if (section.has("calendar")) {
      levels = List.of(new Level(Team.CALENDAR_LEVEL, List.of()));
    }
    List<Shadow> shadows = shadows(section, zone, levels);
    List<Hours> expectedGaps = new ArrayList<>();
    for (Section gap : section.sections("expectedGaps")) {
      layers.hours(gap, LocalTime.MIDNIGHT).ifPresent(expectedGaps::add);
    }
    section.rejectOthers();
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    Team team =
        new Team(
            id,
            title.isBlank() ? id : title,
            zone,
            ownsPatterns,
            levels,
            shadows,
            expectedGaps,
            calendar.orElse(null));
    owns.forEach(value -> patterns.put(value, team));
    return Optional.of(team);
  }

  private List<Level> levels(Section team, ZoneId zone) {
    List<Level> levels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Section> sections = team.sections("levels");
    if (team.has("levels") && sections.isEmpty()) {
      problems.add(
          team.positionOf("levels"), team.path() + ".levels", "nothing", "at least one level");
    }
    for (Section section : sections) {
      Optional<Value> name = section.required("name", "the level's name, such as primary");
      name.filter(value -> value.text().isBlank()).ifPresent(value -> value.reject("a name"));
      name.filter(value -> !names.add(value.text().strip().toLowerCase(Locale.ROOT)))
          .ifPresent(value -> value.reject("a name that no other level of the team has"));
      List<Section> layerSections = section.sections("layers");
      if (layerSections.isEmpty()) {
        section.missing("layers", "at least one layer");
      }
      List<Layer> read = new ArrayList<>();
      layerSections.forEach(layer -> layers.read(layer, zone).ifPresent(read::add));
      section.rejectOthers();
      String shown = name.map(value -> value.text().strip()).orElse("");
      levels.add(new Level(shown.isEmpty() ? section.path() : shown, read));
    }
    return levels;
  }

  private List<Shadow> shadows(Section team, ZoneId zone, List<Level> levels) {
    List<String> names = levels.stream().map(Level::name).toList();
    List<Shadow> shadows = new ArrayList<>();
    for (Section section : team.sections("shadows")) {
      Optional<Value> of = section.required("of", "the level that is followed");
      Optional<Layer> layer = layers.read(section, zone);
      if (of.isEmpty()) {
        continue;
      }
      if (names.contains(of.get().text())) {
        layer.ifPresent(l -> shadows.add(new Shadow(of.get().text(), l)));
      } else {
        of.get().reject("a level of this team: " + String.join(", ", names));
      }
    }
    return shadows;
  }

  private Optional<CalendarSource> calendar(Section section) {
    Optional<Value> url = section.value("url");
    Optional<Value> file = section.value("file");
    if (url.isPresent() == file.isPresent()) {
      section.reject(url.isPresent() ? "both url and file" : "neither url nor file", "one of them");
    }
    url.filter(value -> !isAddress(value.text()))
        .ifPresent(
            value ->
                problems.add(
                    value.position(),
                    value.path(),
                    "what is no address (not shown, it may be secret)",
                    "an address with https, http or webcal"));
    Duration refresh =
        section
            .value("refresh")
            .flatMap(
                value ->
                    value.as(
                        text ->
                            Durations.parse(text)
                                .filter(d -> d.compareTo(SHORTEST_REFRESH) >= 0)
                                .filter(d -> d.compareTo(LONGEST_REFRESH) <= 0),
                        "a time from 1m to 24h"))
            .orElse(USUAL_REFRESH);
    CalendarSource.NamedBy person =
        section
            .value("person")
            .flatMap(
                value ->
                    value.as(
                        text ->
                            switch (text) {
                              case "summary" -> Optional.of(CalendarSource.NamedBy.SUMMARY);
                              case "attendee" -> Optional.of(CalendarSource.NamedBy.ATTENDEE);
                              default -> Optional.empty();
                            },
                        "summary or attendee"))
            .orElse(CalendarSource.NamedBy.SUMMARY);
    section.rejectOthers();
    return url.isPresent() == file.isPresent()
        ? Optional.empty()
        : Optional.of(
            new CalendarSource(
                url.map(Value::text).orElse(""),
                file.map(Value::text).orElse(""),
                refresh,
                person));
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
