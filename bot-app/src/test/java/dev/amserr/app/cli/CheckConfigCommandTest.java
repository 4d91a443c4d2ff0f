package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.Environment;
import dev.amserr.app.config.FileAccess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckConfigCommandTest {

  private static final String ROSTERS =
      """
      people: {a: {name: Ana}, b: {name: Ben}, c: {name: Cy}, d: {name: Dee}}
      teams:
        player:
          zone: Europe/London
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [a, b, c]}]
      """;

  @TempDir Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void a_configuration_without_mistakes_is_summed_up() throws IOException {
    write("new/oncall.yaml", ROSTERS);

    int exit = run("--config", root.resolve("new").toString());

    assertThat(exit).isZero();
    assertThat(output())
        .isEqualTo(
            root.resolve("new")
                + ": no mistakes. 4 people, 1 team, 0 catalogs of your own, 0 destinations, 1"
                + " digest.\n");
  }

  @Test
  void every_mistake_is_named_with_file_line_and_key() throws IOException {
    write("new/amserr.yaml", "server:\n  prot: 80\n  zone: Mars\n");
    write("new/oncall.yaml", "people: {ana: {}}\n");

    int exit = run("--config", root.resolve("new").toString());

    assertThat(exit).isEqualTo(2);
    assertThat(output().replace(root.resolve("new") + "/", ""))
        .isEqualTo(
            """
            amserr.yaml:2: server.prot: found the unknown key "prot", expected "port"
            amserr.yaml:3: server.zone: found "Mars", expected a zone of the tz database such as Europe/London
            oncall.yaml:1: people.ana.name: found nothing, expected the person's name
            3 mistakes in the configuration
            """);
  }

  @Test
  void a_folder_that_does_not_exist_is_a_mistake() {
    assertThat(run("--config", root.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(output())
        .contains("nowhere: found no such folder")
        .endsWith("1 mistake in the configuration\n");
  }

  @Test
  void gaps_that_lie_ahead_are_listed() throws IOException {
    write(
        "new/oncall.yaml",
        ROSTERS.replace("people: [a, b, c]", "people: [a, b, c], until: 2026-07-01T09:00"));

    int exit = run("--config", root.resolve("new").toString());

    assertThat(exit).isZero();
    assertThat(output())
        .contains(
            "Ahead in 60 days:\n  player/primary: nobody, Wed 2026-07-01 09:00 +01:00 to Sun 2026-08-09 13:00 +01:00\n");
  }

  @Test
  void an_appended_person_is_shown_with_layers_that_move_nobody() throws IOException {
    write("old/oncall.yaml", ROSTERS);
    write("new/oncall.yaml", ROSTERS.replace("[a, b, c]", "[a, b, c, d]"));

    int exit =
        run(
            "--config",
            root.resolve("new").toString(),
            "--against",
            root.resolve("old").toString(),
            "--at",
            "2026-06-10T12:00:00Z");

    // Case 15 of the on-call specification: Ben has the week of 8 June, then Cy, Dee and Ana.
    assertThat(exit).isZero();
    assertThat(output())
        .contains("Compared with " + root.resolve("old") + " at 2026-06-10T12:00:00Z:\n")
        .contains("player/primary, times of Europe/London\n")
        .contains("  now: Ben -> Cy\n")
        .contains(
            "  before:\n    Mon 2026-06-08 09:00 +01:00 to Mon 2026-06-15 09:00 +01:00  Ben\n")
        .contains("move nobody's shift of now:\n    - rotation: weekly\n")
        .contains("people: [c, d, a, b]");
  }

  @Test
  void equal_rosters_have_no_difference() throws IOException {
    write("old/oncall.yaml", ROSTERS);
    write("new/oncall.yaml", ROSTERS);

    int exit =
        run(
            "--config",
            root.resolve("new").toString(),
            "--against",
            root.resolve("old").toString());

    assertThat(exit).isZero();
    assertThat(output()).endsWith("Nobody moves: the next 8 shifts of every level are the same.\n");
  }

  @Test
  void a_moment_that_is_none_is_bad_usage() {
    assertThat(run("--at", "yesterday")).isEqualTo(2);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private int run(String... arguments) {
    CheckConfigCommand command =
        new CheckConfigCommand(
            new ConfigLoader(Environment.of(Map.of()), FileAccess.local()),
            Clock.fixed(Instant.parse("2026-06-10T12:00:00Z"), ZoneOffset.UTC),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    return new CommandLine(command).setErr(new PrintWriter(Writer.nullWriter())).execute(arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
