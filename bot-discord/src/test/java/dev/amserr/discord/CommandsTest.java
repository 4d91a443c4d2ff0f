package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.discord.fake.FakeInteraction;
import java.util.Map;
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
}
