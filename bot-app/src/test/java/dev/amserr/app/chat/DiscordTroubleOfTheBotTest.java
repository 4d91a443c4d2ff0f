package dev.amserr.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.BotProcess;
import dev.amserr.discord.fake.FakeDiscord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process, with a Discord that it can't use, and its end. */
class DiscordTroubleOfTheBotTest {

  private static final Duration TO_END = Duration.ofSeconds(10);
  private static final String COMMAND = "{\"text\": \"/amserr 0x8088002E\"}";

  @TempDir Path folder;

  private FakeDiscord discord;

  @BeforeEach
  void start() {
    discord = FakeDiscord.start();
  }

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void a_bad_token_is_one_clear_sentence_and_everything_else_goes_on() throws Exception {
    String secret = "not.the.token";
    try (BotProcess bot =
        BotProcess.start(folder, DiscordOfTheBotTest.environment(discord, secret))) {
      bot.awaitLog("does not accept the token");

      String answer = bot.post("/api/v1/commands", COMMAND).body();
      String ready = bot.get("/readyz");
      String metrics = bot.get("/metrics");
      List<String> told =
          bot.log().stream().filter(line -> line.contains("accept the token")).toList();

      assertThat(answer).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
      assertThat(ready).contains("\"degraded\"", "\"discord\"", "does not accept the token");
      assertThat(metrics).contains("amserr_discord_connected 0.0");
      assertThat(told).hasSize(1);
      assertThat(bot.log()).noneMatch(line -> line.contains(secret));
      assertThat(bot.log()).noneMatch(line -> line.startsWith("\tat "));
      assertThat(bot.terminate(TO_END)).isTrue();
    }
  }

  @Test
  void told_to_end_it_leaves_discord_and_ends_within_ten_seconds() throws Exception {
    try (BotProcess bot =
        BotProcess.start(folder, DiscordOfTheBotTest.environment(discord, FakeDiscord.TOKEN))) {
      bot.awaitLog("Connected to Discord as amserr");
      assertThat(discord.isConnected()).isTrue();

      boolean ended = bot.terminate(TO_END);

      assertThat(ended).isTrue();
      bot.await("no connection", () -> !discord.isConnected());
      bot.awaitLog("Stopped");
    }
  }

  @Test
  void told_to_end_while_discord_does_not_answer_it_ends_within_ten_seconds() throws Exception {
    discord.hang("GET", "/users/@me");
    try (BotProcess bot =
        BotProcess.start(folder, DiscordOfTheBotTest.environment(discord, FakeDiscord.TOKEN))) {
      bot.await("a first request", () -> discord.count("GET", "/users/@me") > 0);
      String answer = bot.post("/api/v1/commands", COMMAND).body();

      boolean ended = bot.terminate(TO_END);

      assertThat(answer).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
      assertThat(ended).isTrue();
    }
  }
}
