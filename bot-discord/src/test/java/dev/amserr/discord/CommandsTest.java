package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands, end to end: the real JDA against the fake Discord. */
class CommandsTest {

  private static final int EPHEMERAL = 64;

  private static FakeDiscord discord;
  private static BotInTest bot;

  @BeforeAll
  static void connect() {
    discord = FakeDiscord.start();
    bot = BotInTest.on(discord);
  }

  @AfterAll
  static void disconnect() {
    bot.close();
    discord.close();
  }

  @Test
  void a_fast_command_is_answered_directly_and_privately() {
    FakeInteraction call = discord.command("amserr", "", Map.of("code", "0x8088002E"));

    JsonNode callback = call.callback();

    assertThat(callback.path("type").asInt()).isEqualTo(4);
    assertThat(callback.at("/data/flags").asInt()).isEqualTo(EPHEMERAL);
    assertThat(callback.at("/data/embeds/0/title").asText()).isEqualTo("0x8088002E");
  }

  @Test
  void a_shared_command_is_answered_for_everybody() {
    FakeInteraction call =
        discord.command("amserr", "", Map.of("code", "0x8088002E", "share", true));

    JsonNode callback = call.callback();

    assertThat(callback.path("type").asInt()).isEqualTo(4);
    assertThat(callback.at("/data/flags").asInt()).isZero();
  }

  @Test
  void a_slow_command_is_deferred_first_and_then_edited() throws InterruptedException {
    FakeInteraction call = discord.command("errors", "top", Map.of("window", "24h"));

    JsonNode callback = call.callback();
    FakeInteraction.Sent answer = call.next();

    assertThat(callback.path("type").asInt()).isEqualTo(5);
    assertThat(callback.at("/data/flags").asInt()).isEqualTo(EPHEMERAL);
    assertThat(answer.kind()).isEqualTo("edit");
    assertThat(answer.body().at("/embeds/0/image/url").asText())
        .isEqualTo("attachment://chart-1.png");
    assertThat(discord.lastFile()).isEqualTo(BotInTest.PNG);
  }

  @Test
  void a_command_that_should_be_fast_and_is_not_is_deferred_before_discord_gives_up()
      throws InterruptedException {
    FakeInteraction call = discord.command("codes", "systems", Map.of());

    JsonNode callback = call.callback();
    bot.slowness.countDown();
    FakeInteraction.Sent answer = call.next();

    assertThat(callback.path("type").asInt()).isEqualTo(5);
    assertThat(answer.body().path("content").asText()).isEqualTo("At last.");
  }

  @Test
  void options_arrive_as_what_they_were_declared() throws InterruptedException {
    FakeInteraction call =
        discord.command(
            "oncall",
            "cover",
            Map.of(
                "team", "player",
                "level", "backup",
                "from", "2026-03-09T14:00:00Z",
                "until", "2026-03-09T15:00:00Z",
                "by", new FakeDiscord.Person("100000000000000002")));

    String answer = call.next().body().path("content").asText();

    assertThat(answer)
        .contains("team=player", "level=backup", "2026-03-09T14:00:00Z")
        .contains("ById\\[id=100000000000000002\\]");
  }

  @Test
  void an_option_that_makes_no_sense_is_answered_with_what_to_write() {
    FakeInteraction call = discord.command("errors", "top", Map.of("window", "soonish"));

    JsonNode data = call.callback().path("data");

    assertThat(data.path("content").asText()).contains("soonish").contains("24h, 1h30m or 7d");
    assertThat(data.path("flags").asInt()).isEqualTo(EPHEMERAL);
  }

  @Test
  void suggestions_see_what_is_typed_so_far() {
    FakeInteraction typing =
        discord.type("amserr", "", "system", Map.of("code", "404", "system", "ht"));

    JsonNode callback = typing.callback();

    assertThat(callback.path("type").asInt()).isEqualTo(8);
    assertThat(callback.at("/data/choices/0/name").asText()).isEqualTo("HTTP ht 404");
    assertThat(callback.at("/data/choices/0/value").asText()).isEqualTo("http");
  }

  @Test
  void the_menu_of_a_message_decodes_its_text() {
    FakeInteraction pick =
        discord.messageCommand("Decode errors", discord.message("player: 0x20200194\nstopped"));

    JsonNode callback = pick.callback();

    assertThat(callback.at("/data/embeds/0/title").asText())
        .isEqualTo("player: 0x20200194 stopped");
    assertThat(callback.at("/data/flags").asInt()).isEqualTo(EPHEMERAL);
  }

  @Test
  void the_menu_of_a_message_reads_another_bots_embeds_too() {
    ObjectNode alert = discord.message("");
    alert
        .putArray("embeds")
        .addObject()
        .put("type", "rich")
        .put("title", "Alert")
        .put("description", "0x8088002E");

    FakeInteraction pick = discord.messageCommand("Decode errors", alert);

    assertThat(pick.callback().at("/data/embeds/0/title").asText()).isEqualTo("Alert 0x8088002E");
  }

  @Test
  void the_menu_of_a_message_reads_a_paste_that_discord_made_a_file_of()
      throws InterruptedException {
    FakeInteraction pick =
        discord.messageCommand(
            "Decode errors", discord.messageWithFile("message.txt", "player: 0x20200194"));

    assertThat(pick.callback().path("type").asInt()).isEqualTo(5);
    assertThat(pick.next().body().at("/embeds/0/title").asText()).isEqualTo("player: 0x20200194");
  }

  @Test
  void a_file_that_can_not_be_fetched_is_answered_with_what_to_do() throws InterruptedException {
    ObjectNode message = discord.messageWithFile("message.txt", "player: 0x20200194");
    discord.fail("GET", "/message.txt$", 1, 404, 0, "Gone");

    FakeInteraction pick = discord.messageCommand("Decode errors", message);

    assertThat(pick.next().body().path("content").asText()).contains("Paste the lines");
  }

  @Test
  void a_message_without_text_is_answered_with_what_to_do() {
    FakeInteraction pick = discord.messageCommand("Decode errors", discord.message(""));

    assertThat(pick.callback().at("/data/content").asText()).contains("Paste the lines");
  }

  @Test
  void a_failing_command_is_answered_with_a_reference() {
    FakeInteraction call =
        discord.command("codes", "diff", Map.of("first", "404", "second", "500"));

    JsonNode embed = call.callback().at("/data/embeds/0");

    assertThat(embed.path("title").asText()).isEqualTo("That did not work");
    assertThat(embed.at("/fields/0/name").asText()).isEqualTo("Reference");
  }

  @Test
  void the_same_interaction_delivered_twice_is_answered_once() {
    FakeInteraction call = discord.command("codes", "search", Map.of("words", "lock"));
    call.callback();

    discord.deliverAgain(call);
    discord.command("codes", "search", Map.of("words", "next")).callback();

    assertThat(discord.count("POST", call.callbackPath())).isEqualTo(1);
  }

  @Test
  void a_shared_command_is_deferred_for_everybody() throws InterruptedException {
    FakeInteraction call = discord.command("report", "", Map.of("share", true));

    JsonNode callback = call.callback();

    assertThat(callback.path("type").asInt()).isEqualTo(5);
    assertThat(callback.at("/data/flags").asInt()).isZero();
    assertThat(call.next().kind()).isEqualTo("edit");
  }

  @Test
  void a_refusal_is_for_the_asker_alone_even_if_the_answer_was_to_be_for_all()
      throws InterruptedException {
    bot.permits = false;
    FakeInteraction call = discord.command("report", "", Map.of("share", true));

    String first = call.next().kind();
    FakeInteraction.Sent second = call.next();
    bot.permits = true;

    assertThat(first).isEqualTo("delete");
    assertThat(second.kind()).isEqualTo("follow-up");
    assertThat(second.body().path("content").asText()).contains("Ask Ana to add you");
    assertThat(second.body().path("flags").asInt()).isEqualTo(EPHEMERAL);
  }

  @Test
  void an_answer_that_discord_refuses_becomes_an_apology_with_a_reference() {
    discord.fail("POST", "/callback$", 1, 400, 50_035, "Invalid Form Body");

    FakeInteraction call = discord.command("amserr", "", Map.of("code", "404"));

    assertThat(call.callback().at("/data/content").asText()).contains("give the reference");
  }

  @Test
  void a_deferred_answer_that_discord_refuses_becomes_an_apology_too() throws InterruptedException {
    discord.fail("PATCH", "/messages/@original$", 1, 400, 50_035, "Invalid Form Body");

    FakeInteraction call = discord.command("report", "", Map.of());

    assertThat(call.next().body().path("content").asText()).contains("give the reference");
  }

  @Test
  void many_at_once_are_all_answered() {
    List<FakeInteraction> calls =
        IntStream.range(0, 150)
            .mapToObj(i -> discord.command("amserr", "", Map.of("code", "code " + i)))
            .toList();

    assertThat(calls)
        .extracting(call -> call.callback().at("/data/embeds/0/title").asText())
        .doesNotHaveDuplicates()
        .hasSize(150);
  }
}
