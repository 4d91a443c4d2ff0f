package dev.amserr.app.chat;

import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.InteractivityContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Slack's shortcuts, buttons and modals at the running server. */
class InteractivityOfTheBotTest extends InteractivityContract {

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
}
