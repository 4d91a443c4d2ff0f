package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.NewCodes;
import dev.amserr.app.TestBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCommandTest {

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/amserr.yaml"),
        """
        destinations: {room: {kind: slack-channel, channel: C0000000001}}
        digests:
          - {name: daily, cron: "0 9 * * *", zone: Europe/Berlin, destinations: room}
        """);
  }

  @Test
  void a_preview_is_that_of_the_running_bot_with_its_hash() throws Exception {
    NewCodes.seen(data(), 3, now.minus(Duration.ofHours(1)));
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      JsonNode served =
          new ObjectMapper().readTree(bot.get("/api/v1/digests/daily/preview?at=" + now).body());

      Program program = preview("daily", "--at", now.toString());

      assertThat(program.exit()).isZero();
      assertThat(program.err()).isEmpty();
      assertThat(program.out())
          .contains("Preview; nothing was posted.", "New (3)", "checkout-1", "web-eu")
          .contains(served.path("sha256").asText());
    }
  }

  @Test
  void a_preview_needs_no_running_bot_and_changes_nothing() throws Exception {
    NewCodes.seen(data(), 1, now.minus(Duration.ofHours(1)));

    Program first = preview("daily", "--at", now.toString());
    Program second = preview("daily", "--at", now.toString());

    assertThat(first.exit()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void people_of_a_calendar_are_named_and_where_it_is_not_known_that_is_said() throws Exception {
    NewCodes.seen(data(), 2, now.minus(Duration.ofHours(1)));
    Files.writeString(
        folder.resolve("config/oncall.yaml"),
        """
        people: {a: {name: Ana}}
        defaultTeam: encoder
        teams: {encoder: {zone: UTC, calendar: {file: encoder.ics}}}
        """);

    Program without = preview("daily", "--at", now.toString());
    Files.writeString(folder.resolve("config/encoder.ics"), OnCallCommandTest.CALENDAR);
    Program with = preview("daily", "--at", now.toString());

    assertThat(without.exit()).isZero();
    assertThat(without.out())
        .contains("it is not known who is on call (the team's calendar", "could not be read")
        .doesNotContain("nobody is on call");
    assertThat(with.exit()).isZero();
    assertThat(with.out()).contains("Ana is on call").doesNotContain("not known", "nobody");
  }

  @Test
  void a_digest_that_is_not_there_names_the_nearest() {
    Program program = preview("dayly");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .isEqualTo(
            "amserr: There is no digest dayly. Did you mean daily?" + System.lineSeparator());
  }

  @Test
  void without_a_store_it_says_so_and_makes_none() {
    Program program = preview("daily");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("There is no store", "amserr.db yet", "amserr serve");
    assertThat(data()).doesNotExist();
  }

  @Test
  void a_time_that_is_none_and_a_missing_subcommand_say_what_is_expected() {
    assertThat(preview("daily", "--at", "yesterday").err()).contains("2026-03-09T13:30");
    Program bare = Program.run("digest");
    assertThat(bare.exit()).isEqualTo(2);
    assertThat(bare.err()).contains("preview");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Program preview(String name, String... more) {
    String[] fixed = {
      "digest",
      "preview",
      name,
      "--config",
      folder.resolve("config").toString(),
      "--data",
      data().toString()
    };
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Program.run(all);
  }
}
