package dev.amserr.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.SlashCommandContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack's slash commands at the running server, with every command of the program. */
class SlashCommandsOfTheBotTest extends SlashCommandContract {

  @TempDir static Path folder;

  private static BotInSlack bot;

  @BeforeAll
  static void start() throws Exception {
    bot = new BotInSlack(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    bot.close();
  }

  @Override
  protected InstalledBot bot() {
    return bot;
  }

  @Test
  void a_pasted_code_is_decoded() {
    FakeSlack.Response response = bot.slack().write("/amserr &amp;H8088002E");

    assertThat(response.body()).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
  }
}
