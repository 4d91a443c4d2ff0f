package dev.amserr.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.slack.fake.FakeSlack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Slack's three seconds, when more people ask than the server has threads. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SlackWhileTheStoreHangsTest {

  private static final int PEOPLE = 200;

  /** Too long for the id of a button, so that its answer has to be stored. */
  private static final String LONG = "0x8088002E " + "and what stood around it ".repeat(8);

  @TempDir Path folder;

  @Test
  void everybody_is_acknowledged_in_time_and_the_server_answers_others() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try (BotInSlack bot = new BotInSlack(folder);
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/amserr.db"));
        Statement statement = other.createStatement()) {
      bot.slack().command("/amserr", LONG);
      statement.execute("BEGIN IMMEDIATE");

      List<CompletableFuture<Duration>> waits = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        waits.add(CompletableFuture.supplyAsync(() -> wait(bot.slack()), people));
      }
      int health = bot.bot().get("/healthz").statusCode();
      List<Duration> waited = waits.stream().map(CompletableFuture::join).toList();
      statement.execute("ROLLBACK");

      assertThat(health).isEqualTo(200);
      assertThat(waited).allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(3)));
    } finally {
      people.shutdownNow();
    }
  }

  private static Duration wait(FakeSlack slack) {
    long start = System.nanoTime();
    FakeSlack.Response response = slack.command("/amserr", LONG);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
