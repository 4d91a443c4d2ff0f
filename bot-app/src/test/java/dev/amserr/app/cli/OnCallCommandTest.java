package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallCommandTest {

  /** The first half of what {@code printf %s ADDRESS | sha256sum} prints. */
  private static final String DIGEST_OF_ADDRESS = "ee2c5a45275631f975ce8f06c3d6d18e";

  /** Of Ana, week after week. */
  static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      SUMMARY:Ana
      DTSTART:20260105T090000Z
      DURATION:P7D
      RRULE:FREQ=WEEKLY
      END:VEVENT
      END:VCALENDAR
      """;

  private final Instant now = Clock.systemUTC().instant();

  @TempDir Path folder;

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(config());
    Files.writeString(
        config().resolve("oncall.yaml"),
        """
        people: {a: {name: Ana}}
        teams:
          player:
            zone: UTC
            levels:
              - name: primary
                layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [a]}]
          encoder:
            zone: UTC
            calendar: {url: "https://calendar.example.invalid/secret/encoder.ics", refresh: 15m}
          packager:
            zone: UTC
            calendar: {file: packager.ics}
        """);
  }

  @Test
  void a_folder_of_data_without_a_store_is_refused_and_left_alone() {
    Path empty = folder.resolve("elsewhere");

    Program program = ask("player", "--data", empty.toString());

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("There is no store", empty.resolve("amserr.db").toString());
    assertThat(empty).doesNotExist();
  }

  @Test
  void without_a_folder_the_roster_answers_and_the_lack_of_covers_is_said() {
    // The folder that tests run in has no data.
    Program program = ask("player");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err().lines())
        .containsExactly("amserr: covers are not known: no store at data/amserr.db");
  }

  @Test
  void a_store_without_covers_leaves_nothing_to_say_about_it() {
    Path data = store();

    Program program = ask("player", "--data", data.toString());

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void the_lack_of_a_configured_store_names_its_file() throws IOException {
    Path file = folder.resolve("other.db");
    Files.writeString(
        config().resolve("amserr.yaml"), "database: {url: \"jdbc:sqlite:" + file + "\"}\n");

    Program program = ask("player");

    assertThat(program.exit()).isZero();
    assertThat(program.err().lines())
        .containsExactly("amserr: covers are not known: no store at " + file);
  }

  @Test
  void settings_with_mistakes_leave_the_roster_to_answer() throws IOException {
    Files.writeString(config().resolve("amserr.yaml"), "server: {prot: 80}\n");

    Program program = ask("player");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err().lines())
        .containsExactly(
            "amserr: covers are not known: the settings have mistakes; amserr check-config names"
                + " them");
  }

  @Test
  void a_calendar_by_address_is_read_from_the_copy_that_the_running_bot_keeps() throws IOException {
    Path data = store();
    keep(data, now.minus(Duration.ofMinutes(10)));

    Program program = ask("encoder", "--data", data.toString());

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana").doesNotContain("nobody", "out of date");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void a_copy_that_should_have_been_renewed_says_how_old_it_is() throws IOException {
    Path data = store();
    keep(data, now.minus(Duration.ofHours(3)));

    Program program = ask("encoder", "--data", data.toString());

    assertThat(program.out()).contains("Ana", "This may be out of date: calendar 3 h old.");
  }

  @Test
  void a_calendar_in_a_file_is_read_from_the_file() throws IOException {
    Files.writeString(config().resolve("packager.ics"), CALENDAR);

    Program program = ask("packager");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana").doesNotContain("nobody", "out of date");
  }

  @Test
  void without_a_copy_it_is_not_known_who_is_on_call() {
    Path data = store();

    Program program = ask("encoder", "--data", data.toString());

    assertThat(program.exit()).isZero();
    assertThat(oneLine(program.out()))
        .contains(
            "It is not known who is on call: there is no copy of the team's calendar in",
            "where the running bot keeps one; name the bot's own folder with --data")
        .doesNotContain("nobody", "secret");
    assertThat(data.resolve("calendars")).doesNotExist();
  }

  @Test
  void without_its_file_it_is_not_known_who_is_on_call() {
    Program program = ask("packager");

    assertThat(program.exit()).isZero();
    assertThat(oneLine(program.out()))
        .contains("It is not known who is on call: the team's calendar", "packager.ics")
        .contains("could not be read", "calendar.file in oncall.yaml")
        .doesNotContain("nobody");
  }

  @Test
  void what_is_not_known_is_no_gap_in_json_either() throws IOException {
    JsonNode answer = new ObjectMapper().readTree(ask("encoder", "--json").out());

    assertThat(answer.at("/levels/0/onCall")).isEmpty();
    assertThat(answer.at("/levels/0/gap").isNull()).isTrue();
    assertThat(answer.path("stale").asText()).contains("no copy of the team's calendar");
  }

  private Path store() {
    Path data = folder.resolve("data");
    Database.open(new StoreLocation.SqliteFile(data.resolve("amserr.db"))).close();
    return data;
  }

  /** Keeps the calendar as a running bot does: by a digest of its address, with its age. */
  private static void keep(Path data, Instant fetched) throws IOException {
    Path calendars = Files.createDirectories(data.resolve("calendars"));
    Path copy = Files.writeString(calendars.resolve(DIGEST_OF_ADDRESS + ".ics"), CALENDAR);
    Files.setLastModifiedTime(copy, FileTime.from(fetched));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private Path config() {
    return folder.resolve("config");
  }

  private Program ask(String team, String... more) {
    String[] fixed = {"oncall", team, "--config", config().toString()};
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Program.run(all);
  }
}
