package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemsCommandTest {

  @Test
  void the_base_systems_are_listed_with_their_sizes() throws JsonProcessingException {
    Program program = Program.run("systems", "--json");

    JsonNode systems = new ObjectMapper().readTree(program.out()).get("systems");
    assertThat(program.exit()).isZero();
    assertThat(systems.findValuesAsText("id"))
        .contains(
            "amp",
            "iis-management",
            "ams-encoding",
            "ams-rest",
            "ams-streaming-endpoint",
            "ams-live-event",
            "ams-job",
            "hresult",
            "win32",
            "http");
    for (JsonNode system : systems) {
      assertThat(system.get("title").asText()).isNotBlank();
      assertThat(system.get("entries").asInt()).isPositive();
    }
  }

  @Test
  void for_people_they_are_lines() {
    Program program = Program.run("systems");

    assertThat(program.exit()).isZero();
    assertThat(program.out().lines())
        .anyMatch(line -> line.matches("iis-management +16 {2}IIS Media Services management"));
  }

  @Test
  void a_teams_own_system_stands_among_them(@TempDir Path folder) throws IOException {
    Path catalogs = Files.createDirectories(folder.resolve("catalogs"));
    Files.writeString(
        catalogs.resolve("own.yaml"), "{id: acme, title: ACME, codes: [{name: A_CODE}]}");

    Program program = Program.run("systems", "--config", folder.toString());

    assertThat(program.out()).contains("acme");
  }

  @Test
  void the_shipped_example_is_right() {
    Program program = Program.run("systems", "--config", "../config");

    assertThat(program.err()).isEmpty();
    assertThat(program.out()).contains("acme-packager");
  }

  @Test
  void a_bad_catalog_is_bad_usage(@TempDir Path folder) throws IOException {
    Path catalogs = Files.createDirectories(folder.resolve("catalogs"));
    Files.writeString(catalogs.resolve("own.yaml"), "title: nothing else");

    Program program = Program.run("systems", "--config", folder.toString());

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("own.yaml:1: id: found nothing");
  }

  @Test
  void no_command_at_all_is_bad_usage_and_an_unknown_one_too() {
    assertThat(Program.run().exit()).isEqualTo(2);
    assertThat(Program.run("decoed", "404").exit()).isEqualTo(2);
  }
}
