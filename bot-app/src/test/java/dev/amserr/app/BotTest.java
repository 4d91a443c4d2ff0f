package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotTest {

  @TempDir Path folder;

  @Test
  void with_no_configuration_at_all_every_command_answers() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      assertThat(bot.get("/").body()).contains("amserr");
      assertThat(bot.get("/readyz").statusCode()).isEqualTo(200);
      assertThat(bot.say("/amserr 0x8088002E")).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
      assertThat(bot.say("/codes about"))
          .contains("SQLite")
          .contains("off; turned on by DISCORD_TOKEN");
      assertThat(bot.say("/oncall")).contains("oncall.yaml");
      assertThat(bot.get("/metrics").body()).contains("amserr_commands_seconds_count");
    }
  }

  @Test
  void answers_name_the_owner_and_who_is_on_call() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/oncall.yaml"), TestBot.ONE_TEAM);
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      assertThat(bot.say("/amserr 0x20200194")).contains("Ana Ruiz");
      assertThat(bot.get("/api/v1/oncall/player").body()).contains("\"person\":\"ana\"");
      assertThat(bot.get("/api/v1/oncall/plaier").statusCode()).isEqualTo(404);
      assertThat(bot.get("/api/v1/oncall/plaier").body()).contains("Did you mean player?");
      assertThat(bot.get("/api/v1/oncall/player?at=yesterday").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void a_changed_configuration_takes_effect_and_a_broken_one_does_not() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Path rosters = folder.resolve("config/oncall.yaml");
    Files.writeString(rosters, TestBot.ONE_TEAM);
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      Files.writeString(rosters, TestBot.ONE_TEAM.replace("Ana Ruiz", "Bea Cole"));
      bot.bot().reload();
      String changed = bot.say("/oncall player");
      Files.writeString(rosters, "teams: [");
      bot.bot().reload();

      assertThat(changed).contains("Bea Cole");
      assertThat(bot.say("/oncall player")).contains("Bea Cole");
    }
  }

  @Test
  void a_taken_port_is_one_sentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {

      assertThatThrownBy(() -> TestBot.start(folder, Map.of(), taken.getLocalPort()))
          .isInstanceOf(BotStartException.class)
          .hasMessageContaining("--port")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void a_data_folder_that_is_a_file_is_one_sentence() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");

    assertThatThrownBy(() -> TestBot.start(folder, Map.of()))
        .isInstanceOf(BotStartException.class)
        .hasMessageContaining("data");
  }

  @Test
  void the_declared_commands_are_those_that_are_served_and_documented() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      var served = new ObjectMapper().readTree(bot.get("/api/v1/commands").body());

      assertThat(served.path("commands").findValuesAsText("path"))
          .containsExactlyElementsOf(
              CommandList.declared().stream()
                  .flatMap(spec -> spec.signatures().keySet().stream())
                  .map(Object::toString)
                  .toList());
    }
  }
}
