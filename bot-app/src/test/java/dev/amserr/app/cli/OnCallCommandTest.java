package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallCommandTest {

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
        """);
  }

  @Test
  void a_folder_of_data_without_a_store_is_refused_and_left_alone() {
    Path empty = folder.resolve("elsewhere");

    Program program = ask("--data", empty.toString());

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("There is no store", empty.resolve("amserr.db").toString());
    assertThat(empty).doesNotExist();
  }

  @Test
  void without_a_folder_the_roster_answers_and_the_lack_of_covers_is_said() {
    // The folder that tests run in has no data.
    Program program = ask();

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err().lines())
        .containsExactly("amserr: covers are not known: no store at data/amserr.db");
  }

  @Test
  void a_store_without_covers_leaves_nothing_to_say_about_it() {
    Path data = folder.resolve("data");
    Database.open(new StoreLocation.SqliteFile(data.resolve("amserr.db"))).close();

    Program program = ask("--data", data.toString());

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void the_lack_of_a_configured_store_names_its_file() throws IOException {
    Path file = folder.resolve("other.db");
    Files.writeString(
        config().resolve("amserr.yaml"), "database: {url: \"jdbc:sqlite:" + file + "\"}\n");

    Program program = ask();

    assertThat(program.exit()).isZero();
    assertThat(program.err().lines())
        .containsExactly("amserr: covers are not known: no store at " + file);
  }

  @Test
  void settings_with_mistakes_leave_the_roster_to_answer() throws IOException {
    Files.writeString(config().resolve("amserr.yaml"), "server: {prot: 80}\n");

    Program program = ask();

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("Ana");
    assertThat(program.err().lines())
        .containsExactly(
            "amserr: covers are not known: the settings have mistakes; amserr check-config names"
                + " them");
  }

  private Path config() {
    return folder.resolve("config");
  }

  private Program ask(String... more) {
    String[] fixed = {"oncall", "player", "--config", config().toString()};
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Program.run(all);
  }
}
