package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons and menus, end to end. */
class ClicksTest {

  private static final int EPHEMERAL = 64;

  private FakeDiscord discord;
  private BotInTest bot;
  private JsonNode answer;

  @BeforeEach
  void ask() {
    discord = FakeDiscord.start();
    bot = BotInTest.on(discord);
    FakeInteraction call = discord.command("amserr", "", Map.of("code", "0x8088002E"));
    call.callback();
    answer = call.answer();
  }

  @AfterEach
  void disconnect() {
    bot.close();
    discord.close();
  }

  @Test
  void a_custom_id_holds_a_version_the_action_and_the_id_of_its_state() {
    List<String> ids = answer.findValuesAsText("custom_id");

    assertThat(ids).hasSize(3).allMatch(id -> id.matches("v1\\|(ack|mute|share)\\|[-_A-Za-z0-9]+"));
  }

  @Test
  void a_button_is_acknowledged_first_and_then_does_what_it_is_for() throws InterruptedException {
    FakeInteraction press = discord.press(answer, id("ack"));

    JsonNode callback = press.callback();
    FakeInteraction.Sent sent = press.next();

    assertThat(callback.path("type").asInt()).isEqualTo(6);
    assertThat(sent.kind()).isEqualTo("edit");
    assertThat(sent.body().path("content").asText())
        .isEqualTo("0x8088002E acknowledged by Ana Ruiz");
    assertThat(sent.body().path("embeds")).isEmpty();
    assertThat(sent.body().path("components")).isEmpty();
  }

  @Test
  void a_button_pressed_twice_at_once_works_once_and_says_so() throws InterruptedException {
    FakeInteraction one = discord.press(answer, id("ack"));
    FakeInteraction other = discord.press(answer, id("ack"));

    List<FakeInteraction.Sent> both = List.of(one.next(), other.next());

    assertThat(bot.acknowledged).hasValue(1);
    assertThat(both).extracting(FakeInteraction.Sent::kind).containsOnlyOnce("edit");
    assertThat(both.toString()).contains("Already done");
  }

  @Test
  void the_same_press_delivered_twice_works_once() throws InterruptedException {
    String mute = id("mute");
    FakeInteraction press = discord.press(answer, id("ack"));
    press.next();

    discord.deliverAgain(press);
    discord.choose(answer, mute, "1h").next();

    assertThat(bot.acknowledged).hasValue(1);
    assertThat(press.hasNothingMore()).isTrue();
  }

  @Test
  void share_posts_the_answer_for_all_and_only_once() throws InterruptedException {
    FakeInteraction share = discord.press(answer, id("share"));
    FakeInteraction again = discord.press(answer, id("share"));

    List<JsonNode> sent = Stream.of(share.next(), again.next()).map(s -> s.body()).toList();

    assertThat(sent).filteredOn(body -> body.path("flags").asInt() != EPHEMERAL).hasSize(1);
    assertThat(discord.messages(FakeDiscord.CHANNEL)).hasSize(1);
    assertThat(discord.messages(FakeDiscord.CHANNEL).get(0).at("/embeds/0/title").asText())
        .isEqualTo("0x8088002E");
  }

  @Test
  void a_menu_hands_on_what_was_chosen_privately() throws InterruptedException {
    FakeInteraction choice = discord.choose(answer, id("mute"), "1d");

    FakeInteraction.Sent sent = choice.next();

    assertThat(sent.kind()).isEqualTo("follow-up");
    assertThat(sent.body().path("content").asText()).isEqualTo("Muted for 1d");
    assertThat(sent.body().path("flags").asInt()).isEqualTo(EPHEMERAL);
  }

  @Test
  void rights_are_checked_again_at_the_press() throws InterruptedException {
    bot.permits = false;

    FakeInteraction press = discord.press(answer, id("ack"));

    FakeInteraction.Sent sent = press.next();
    assertThat(sent.body().path("content").asText()).contains("Ask Ana to add you");
    assertThat(sent.body().path("flags").asInt()).isEqualTo(EPHEMERAL);
    assertThat(bot.acknowledged).hasValue(0);
  }

  @Test
  void an_old_button_says_that_it_is_old() throws InterruptedException {
    bot.records.forget();

    FakeInteraction press = discord.press(answer, id("ack"));

    assertThat(press.next().body().at("/embeds/0/title").asText())
        .isEqualTo("This button is too old");
    assertThat(bot.acknowledged).hasValue(0);
  }

  @Test
  void a_button_of_an_earlier_version_says_that_it_is_old() throws InterruptedException {
    FakeInteraction press = discord.press(answer, "acknowledge:17");

    assertThat(press.next().body().at("/embeds/0/title").asText())
        .isEqualTo("This button is too old");
  }

  private String id(String action) {
    return answer.findValuesAsText("custom_id").stream()
        .filter(id -> id.startsWith("v1|" + action + "|"))
        .findFirst()
        .orElseThrow();
  }
}
