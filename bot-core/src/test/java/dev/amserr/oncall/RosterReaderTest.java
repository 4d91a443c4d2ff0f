package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problem;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterReaderTest {

  private static final String WHOLE_FORMAT =
      """
      people:
        ana: {name: Ana Ruiz, zone: Europe/Madrid, discord: "100000000000000001", slack: U0000001, phone: "+34…"}
        ben: {name: Ben Cole}
        cy: {name: Cy}
        dee: {name: Dee}
        eli: {name: Eli}
        tom: {name: Tom}
      defaultTeam: player
      teams:
        player:
          title: Player team
          zone: Europe/London
          owns: [amp, shaka, "iis-management:MPE_MGMT_*", "0x8089*"]
          levels:
            - name: primary
              layers:
                - rotation: weekly
                  start: 2026-01-05T09:00
                  zone: Europe/Berlin
                  people: [ana, ben, cy]
                  hours: {days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "18:00"}
                  from: 2026-01-05T09:00
                  until: 2026-12-31T09:00
            - name: backup
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [dee, eli]}]
          shadows: [{of: primary, rotation: weekly, start: 2026-01-05T09:00, people: [tom]}]
          expectedGaps: [{days: [SAT, SUN]}]
        encoder:
          zone: America/New_York
          calendar: {url: "https://calendar.example.com/team.ics?key=secret", refresh: 20m, person: summary}
      """;

  @Test
  void the_whole_format_is_read() {
    Rosters rosters = read(WHOLE_FORMAT);

    assertThat(rosters.people().get("ana"))
        .isEqualTo(
            new Person(
                "ana",
                "Ana Ruiz",
                ZoneId.of("Europe/Madrid"),
                "100000000000000001",
                "U0000001",
                "+34…"));
    assertThat(rosters.defaultTeam()).isEqualTo("player");
    Team player = rosters.teams().get("player");
    assertThat(player.title()).isEqualTo("Player team");
    assertThat(player.owns())
        .extracting(OwnershipPattern::text)
        .containsExactly("amp", "shaka", "iis-management:MPE_MGMT_*", "0x8089*");
    assertThat(player.levels()).extracting(Level::name).containsExactly("primary", "backup");
    assertThat(player.levels().get(0).layers())
        .containsExactly(
            new Layer(
                new Rotation(Rotation.Unit.WEEKS, 1),
                LocalDateTime.parse("2026-01-05T09:00"),
                ZoneId.of("Europe/Berlin"),
                List.of("ana", "ben", "cy"),
                new Hours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(18, 0)),
                LocalDateTime.parse("2026-01-05T09:00"),
                LocalDateTime.parse("2026-12-31T09:00")));
    assertThat(player.levels().get(1).layers().get(0).zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(player.shadows()).extracting(Shadow::of).containsExactly("primary");
    assertThat(player.expectedGaps())
        .containsExactly(
            new Hours(
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT));
    Team encoder = rosters.teams().get("encoder");
    assertThat(encoder.levels()).extracting(Level::name).containsExactly("primary");
    assertThat(encoder.calendar())
        .isEqualTo(
            new CalendarSource(
                "https://calendar.example.com/team.ics?key=secret",
                "",
                Duration.ofMinutes(20),
                CalendarSource.NamedBy.SUMMARY));
  }

  @Test
  void neither_phone_numbers_nor_addresses_of_calendars_get_into_a_log() {
    Rosters rosters = read(WHOLE_FORMAT);

    assertThat(rosters.toString()).doesNotContain("+34").doesNotContain("secret");
  }

  @Test
  void an_empty_file_is_a_roster_of_nobody() {
    assertThat(read("# nobody yet\n")).isEqualTo(Rosters.none());
  }

  @Test
  void days_without_times_last_from_the_hand_off_to_the_same_time_of_the_next_day() {
    Rosters rosters =
        read(
            """
            people: {ana: {name: Ana}}
            teams:
              player:
                zone: UTC
                levels:
                  - name: primary
                    layers:
                      - {rotation: daily, start: 2026-01-05T09:30, people: [ana], hours: {days: [FRI]}}
                      - {rotation: daily, start: 2026-01-05T09:30, people: [ana, ana], hours: {from: "20:00", to: "24:00"}}
            """);

    List<Layer> layers = rosters.teams().get("player").levels().get(0).layers();

    assertThat(layers.get(0).hours())
        .isEqualTo(
            new Hours(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(9, 30), LocalTime.of(9, 30)));
    assertThat(layers.get(1).hours())
        .isEqualTo(
            new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(20, 0), LocalTime.MIDNIGHT));
    assertThat(layers.get(1).people()).containsExactly("ana", "ana");
  }

  @Test
  void a_layer_that_is_written_is_read_as_the_same_layer() {
    Layer layer = read(WHOLE_FORMAT).teams().get("player").levels().get(0).layers().get(0);

    String written = LayerText.of(List.of(layer));

    Rosters again =
        read(
            WHOLE_FORMAT.substring(0, WHOLE_FORMAT.indexOf("teams:"))
                + "teams:\n  player:\n    zone: UTC\n    levels:\n      - name: primary\n"
                + "        layers:\n"
                + written.indent(10));
    assertThat(again.teams().get("player").levels().get(0).layers()).containsExactly(layer);
  }

  @Test
  void problems_from_elsewhere_do_not_count() {
    Problems problems = new Problems();
    problems.add(new Position("other.yaml", 1, 1), "", "x", "y");

    Optional<Rosters> rosters = RosterReader.read("oncall.yaml", "people: {}", problems);

    assertThat(rosters).isPresent();
  }

  @Test
  void the_shipped_roster_is_in_order() throws IOException {
    Rosters rosters = read(Files.readString(Path.of("../config/oncall.yaml")));

    assertThat(rosters.teams()).containsKey(rosters.defaultTeam());
    assertThat(rosters.people().values()).allMatch(person -> person.name().endsWith("(example)"));
  }

  private static Rosters read(String text) {
    Problems problems = new Problems();
    Optional<Rosters> rosters = RosterReader.read("oncall.yaml", text, problems);
    assertThat(problems.list()).extracting(Problem::message).isEmpty();
    return rosters.orElseThrow();
  }
}
