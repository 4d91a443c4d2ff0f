package dev.amserr.app.chat;

import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.RefusedRequestsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What is not Slack's, at the running server. */
class RefusedRequestsOfTheBotTest extends RefusedRequestsContract {

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
