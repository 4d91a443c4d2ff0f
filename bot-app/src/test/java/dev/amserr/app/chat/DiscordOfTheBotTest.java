package dev.amserr.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.app.BotProcess;
import dev.amserr.app.CommandList;
import dev.amserr.app.TestBot;
import dev.amserr.command.CommandSpec;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process, told nothing of Discord but the token and where it is. */
class DiscordOfTheBotTest {

  private static final int ANSWER = 4;
  private static final int DEFERRED = 5;
  private static final int DEFERRED_CLICK = 6;
  private static final int SUGGESTIONS = 8;
  private static final int PRIVATE = 64;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private static final String SETTINGS =
      """
      access:
        operators: {discord: ["100000000000000001"]}
        rateLimit: {perMinute: 10000, burst: 1000}
      destinations:
        errors: {kind: discord-channel, channel: "200000000000000003"}
      digests:
        - {name: daily, cron: "0 9 * * *", window: 24h, destinations: [errors]}
      """;

  @TempDir static Path folder;

  private static FakeDiscord discord;
  private static BotProcess bot;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/amserr.yaml"), SETTINGS);
    Files.writeString(folder.resolve("config/oncall.yaml"), TestBot.ONE_TEAM);
    discord = FakeDiscord.start();
    bot = BotProcess.start(folder, environment(discord, FakeDiscord.TOKEN));
    bot.awaitLog("Connected to Discord as amserr");
    bot.await("registered commands", () -> !discord.commands("").isEmpty());
  }

  @AfterAll
  static void stop() {
    if (bot != null) {
      bot.close();
    }
    discord.close();
  }

  static Map<String, String> environment(FakeDiscord discord, String token) {
    return Map.of(
        "DISCORD_TOKEN", token,
        "DISCORD_API_URL", discord.apiUrl().toString(),
        "DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
  }

  @Test
  void every_declared_command_is_registered_and_the_one_in_the_menu_of_a_message() {
    List<String> expected =
        new ArrayList<>(CommandList.declared().stream().map(CommandSpec::name).toList());
    expected.add("Decode errors");

    assertThat(discord.commands("").findValuesAsText("name")).containsAll(expected);
  }

  @Test
  void a_code_is_decoded_by_option_for_whoever_asked() {
    FakeInteraction call = discord.command("amserr", "", Map.of("code", "0x8088002E"));

    assertThat(call.callback().path("type").asInt()).isEqualTo(ANSWER);
    assertThat(call.callback().at("/data/flags").asInt()).isEqualTo(PRIVATE);
    assertThat(call.callback().at("/data/embeds").toString())
        .contains("MPE\\\\_MGMT\\\\_PUBLISHING\\\\_POINT\\\\_NOT\\\\_FOUND");
  }

  @Test
  void codes_are_suggested_while_somebody_types() {
    FakeInteraction typing = discord.type("amserr", "", "code", Map.of("code", "MPE_MGMT_PUBL"));

    assertThat(typing.callback().path("type").asInt()).isEqualTo(SUGGESTIONS);
    assertThat(typing.callback().at("/data/choices").findValuesAsText("name"))
        .anyMatch(name -> name.contains("MPE_MGMT_PUBLISHING_POINT"));
  }

  @Test
  void a_pasted_log_is_decoded_from_the_menu_of_its_message() {
    String log =
        """
        2026-03-03T08:59:58Z player-7 ERROR load failed: 0x20200194
        2026-03-03T08:59:59Z origin-2 WARN publishing point: 0x8088002E
        """;

    FakeInteraction pick = discord.messageCommand("Decode errors", discord.message(log));

    assertThat(pick.callback().path("type").asInt()).isEqualTo(ANSWER);
    assertThat(pick.callback().at("/data").toString()).contains("0x00200194", "0x8088002E");
  }

  @Test
  void a_button_pressed_twice_at_once_shares_an_answer_once() throws Exception {
    FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));
    call.callback();
    JsonNode message = call.answer();
    String share =
        message.findValuesAsText("custom_id").stream()
            .filter(id -> id.startsWith("v1|share|"))
            .findFirst()
            .orElseThrow();

    FakeInteraction one = discord.press(message, share);
    FakeInteraction other = discord.press(message, share);
    List<String> answers = List.of(one.next().body().toString(), other.next().body().toString());

    assertThat(one.callback().path("type").asInt()).isEqualTo(DEFERRED_CLICK);
    assertThat(answers).filteredOn(text -> text.contains("Already done")).hasSize(1);
    assertThat(answers).filteredOn(text -> text.contains("Not Found")).hasSize(1);
  }

  @Test
  void who_is_on_call_is_looked_up() throws Exception {
    FakeInteraction call = discord.command("oncall", "who", Map.of("team", "player"));

    String answer =
        call.callback().path("type").asInt() == DEFERRED
            ? call.next().body().toString()
            : call.callback().toString();

    assertThat(answer).contains("Ana Ruiz");
  }

  @Test
  void a_digest_is_posted_to_a_channel_with_its_chart() throws Exception {
    String events =
        "[{\"code\": \"0x20200194\", \"system\": \"amp\", \"source\": \"web-eu\", \"count\": 600},"
            + "{\"code\": \"0x8088002E\", \"source\": \"web-eu\", \"count\": 40}]";
    assertThat(bot.post("/api/v1/events", events).statusCode()).isEqualTo(202);
    // States are looked for every twenty seconds.
    bot.await("a state", () -> series().contains("\"state\":"));

    FakeInteraction send = discord.command("digest", "send", Map.of("name", "daily"));
    String answer = send.next().body().toString();
    String posts = "/channels/" + FakeDiscord.CHANNEL + "/messages";
    bot.await("the digest; " + answer, () -> discord.count("POST", posts) > 0);

    assertThat(discord.requests("POST", posts).get(0).toString())
        .contains("networkErrHttpUrlNotFound", "attachment://");
    assertThat(Arrays.copyOf(discord.lastFile(), PNG.length)).isEqualTo(PNG);
  }

  private static String series() {
    try {
      return bot.get("/api/v1/series?window=24h");
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void lengths_and_times_are_suggested_while_somebody_types() {
    FakeInteraction length = discord.type("errors", "top", "window", Map.of("window", "2"));
    FakeInteraction time = discord.type("oncall", "who", "at", Map.of("at", "tomorrow 09"));

    assertThat(length.callback().at("/data/choices/0/value").asText()).isEqualTo("2h");
    assertThat(time.callback().at("/data/choices/0/value").asText()).isEqualTo("tomorrow 09:00");
  }

  @Test
  void answers_that_come_too_late_are_counted_with_their_age() throws Exception {
    discord.lateCommand("amserr", "", Map.of("code", "404"));
    bot.awaitLog("came too late (10062)");

    assertThat(bot.get("/metrics"))
        .contains("amserr_discord_late_interactions_seconds_count 1")
        .contains("amserr_discord_connected 1.0");
    assertThat(bot.get("/readyz")).contains("\"ready\"");
  }
}
