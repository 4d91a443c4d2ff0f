package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.tail.LogReporter;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors on their way through the whole bot. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RecurringErrorsTest {

  @TempDir Path folder;

  @Test
  void codes_of_chat_commands_are_counted_where_that_is_wanted() throws Exception {
    configure("ingest: {recordFromChat: true}");
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      String answer = bot.say("/amserr player said 0x20200194 and 0x8088002E");
      untilCounted(bot, 2);

      assertThat(answer).contains("networkErrHttpUrlNotFound");
      assertThat(series(bot).findValuesAsText("source")).containsOnly("chat");
      assertThat(series(bot).findValuesAsText("name"))
          .containsExactlyInAnyOrder(
              "networkErrHttpUrlNotFound", "MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
    }
  }

  @Test
  void a_code_counts_in_the_system_in_which_it_was_answered() throws Exception {
    configure("ingest: {recordFromChat: true}");
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      String answer = bot.say("/amserr 404 system:amp");
      untilCounted(bot, 1);
      LogReporter.Outcome tailed = reporter(bot.bot().url()).read(stream("amp 404\n"));

      assertThat(answer).contains("\"title\":\"networkErrHttpUrlNotFound\"");
      assertThat(tailed).isEqualTo(new LogReporter.Ended(1, 0));
      assertThat(series(bot).findValuesAsText("system")).containsExactly("amp", "amp");
    }
  }

  @Test
  void by_default_codes_of_chat_commands_are_answered_and_not_counted() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      bot.say("/amserr 0x20200194");
      // Counted after all that came before it.
      bot.report("0x8088002E", "web", 1);

      assertThat(series(bot).findValuesAsText("name"))
          .containsExactly("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
    }
  }

  @Test
  void what_was_counted_stands_in_the_metrics() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      bot.report("0x20200194", "web", 1);
      bot.report("0x20200194", "web", 1);

      assertThat(bot.get("/metrics").body())
          .contains("amserr_ingest_reports_total{outcome=\"accepted\"} 2.0")
          .contains("amserr_ingest_reports_total{outcome=\"duplicate\"} 0.0")
          .contains("amserr_ingest_refused_total 0.0")
          .contains("amserr_ingest_waiting 0.0");
    }
  }

  @Test
  void the_picture_of_an_error_is_for_who_was_shown_it_also_after_a_restart() throws Exception {
    String picture;
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      bot.report("0x20200194", "web", 3);
      Matcher shown =
          Pattern.compile("/charts/series-[^\"]+\\.png")
              .matcher(bot.say("/errors show 0x20200194"));
      assertThat(shown.find()).isTrue();
      picture = shown.group();
    }
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      String guessed = picture.substring(0, picture.lastIndexOf('-')) + ".png";

      assertThat(bot.get(picture).statusCode()).isEqualTo(200);
      assertThat(guessed).matches("/charts/series-[0-9]+-[0-9]+-[0-9]+-(light|dark)\\.png");
      assertThat(bot.get(guessed).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_log_is_followed_through_rotation_and_truncation_and_while_the_bot_is_away()
      throws Exception {
    Path log = Files.createFile(folder.resolve("app.log"));
    TestBot first = TestBot.start(folder, Map.of());
    URI address = first.bot().url();
    LogReporter reporter = reporter(address);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<LogReporter.Outcome> outcome =
          thread.submit(() -> reporter.follow(List.of(log), true));
      append(log, "12:00 error 0x20200194\n");
      untilCounted(first, 1);

      first.close();
      append(log, "12:01 error 0x20200194\n");
      Files.move(log, folder.resolve("app.log.1"));
      Files.writeString(log, "12:02 error 0x20200194 with more text than what comes next\n");
      try (TestBot second = TestBot.start(folder, Map.of(), address.getPort())) {
        untilCounted(second, 3);
        Files.writeString(log, "12:03 error 0x20200194\n", StandardOpenOption.TRUNCATE_EXISTING);
        untilCounted(second, 4);
        reporter.stop();

        assertThat(outcome.get()).isEqualTo(new LogReporter.Ended(4, 0));
        assertThat(series(second).findValuesAsText("count")).containsExactly("4");
      }
    } finally {
      reporter.stop();
      thread.shutdownNow();
      first.close();
    }
  }

  private static LogReporter reporter(URI bot) {
    return new LogReporter(
        new Decoder(CatalogLoader.builtIn()),
        "player",
        bot,
        "",
        "run",
        Clock.systemUTC(),
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks until so many occurrences are counted; each question takes its time. */
  private static void untilCounted(TestBot bot, int occurrences) throws Exception {
    int counted;
    do {
      counted = 0;
      for (JsonNode one : series(bot)) {
        counted += one.path("count").asInt();
      }
    } while (counted < occurrences);
  }

  private static JsonNode series(TestBot bot) throws Exception {
    return new ObjectMapper().readTree(bot.get("/api/v1/series").body()).path("series");
  }

  private void configure(String settings) throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/amserr.yaml"), settings);
  }

  private static void append(Path file, String text) throws Exception {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }
}
