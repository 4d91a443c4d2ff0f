package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests through the HTTP server of the whole bot. */
class DigestsOfTheBotTest {

  private static final String SETTINGS =
      """
      destinations: {room: {kind: slack-channel, channel: C0000000001}}
      digests:
        - {name: daily, cron: "0 9 * * *", zone: Europe/Berlin, destinations: room}
        - {name: weekly, cron: "0 9 * * MON", zone: Europe/Berlin, destinations: room}
        - {name: quiet, cron: "0 9 * * *", zone: Europe/Berlin, destinations: []}
      """;

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final Instant anHourAgo = now.minus(Duration.ofHours(1));

  @TempDir Path folder;

  @BeforeEach
  void configure() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/amserr.yaml"), SETTINGS);
    NewCodes.seen(folder.resolve("data"), 7, anHourAgo);
  }

  @Test
  void a_preview_has_the_same_hash_and_cards_in_chat_and_over_http() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      String local = now.atZone(ZoneId.of("Europe/Berlin")).toLocalDateTime().toString();
      JsonNode preview = json(bot.get("/api/v1/digests/daily/preview?at=" + now));
      JsonNode again = json(bot.get("/api/v1/digests/daily/preview?at=" + local));
      JsonNode chat = new ObjectMapper().readTree(bot.say("/digest preview daily at:" + now));

      assertThat(preview.path("name").asText()).isEqualTo("daily");
      assertThat(preview.path("to").asText()).isEqualTo(now.toString());
      assertThat(preview.path("cards").toString()).contains("New (", "checkout-7", "web-eu");
      assertThat(preview.path("sha256").asText()).matches("[0-9a-f]{64}");
      assertThat(preview).isEqualTo(again);
      assertThat(chat.path("text")).isEqualTo(preview.path("text"));
      assertThat(chat.path("cards")).isEqualTo(preview.path("cards"));
      assertThat(chat.path("text").asText()).contains(preview.path("sha256").asText());
    }
  }

  @Test
  void a_digest_that_is_not_there_is_a_problem_that_names_the_nearest() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      HttpResponse<String> unknown = bot.get("/api/v1/digests/dayly/preview");
      HttpResponse<String> noTime = bot.get("/api/v1/digests/daily/preview?at=yesterday");

      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(unknown.body()).contains("There is no digest dayly. Did you mean daily?");
      assertThat(noTime.statusCode()).isEqualTo(400);
      assertThat(noTime.body()).contains("2026-03-09T13:30:00Z");
    }
  }

  @Test
  void what_has_no_destination_is_not_called_posted() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      String run = sent(bot, "quiet");

      JsonNode page = json(bot.get("/api/v1/digests/runs/" + run));

      assertThat(page.path("outcome").asText())
          .isEqualTo("kept in the console, asked for by console");
      assertThat(page.path("deliveries")).isEmpty();
    }
  }

  @Test
  void what_was_posted_has_a_page_with_its_picture_and_its_messages() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      String run = sent(bot, "daily");
      JsonNode page = json(bot.get("/api/v1/digests/runs/" + run));

      assertThat(page.path("run").asText()).isEqualTo(run);
      assertThat(page.path("outcome").asText()).isEqualTo("posted, asked for by console");
      assertThat(page.path("sha256").asText()).matches("[0-9a-f]{64}");
      assertThat(page.path("deliveries").path(0).path("destination").asText()).isEqualTo("room");
      assertThat(page.path("cards").toString()).contains("checkout-7", "Run " + run);
      String picture = picture(page);
      assertThat(picture).startsWith("/charts/digest-" + run);
      assertPng(bot, picture);
      assertThat(bot.get("/digests/" + run).body()).contains("/console/digest.js");
    }
  }

  @Test
  void a_preview_has_a_picture_too_and_guessed_names_have_none() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {
      String run = sent(bot, "daily");

      JsonNode preview = json(bot.get("/api/v1/digests/daily/preview"));

      assertPng(bot, picture(preview));
      assertThat(bot.get("/charts/digest-" + run + ".png").statusCode()).isEqualTo(404);
      assertThat(bot.get("/charts/digest-" + run + "-0123456789abcdef.png").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void the_heading_of_a_digest_leads_to_its_page() throws Exception {
    int port = freePort();
    String site = "http://127.0.0.1:" + port;
    Files.writeString(
        folder.resolve("config/amserr.yaml"), "server: {publicUrl: \"" + site + "\"}\n" + SETTINGS);
    try (TestBot bot = TestBot.start(folder, Map.of(), port)) {

      String run = sent(bot, "daily");
      JsonNode heading = json(bot.get("/api/v1/digests/runs/" + run)).path("cards").path(0);

      assertThat(heading.path("url").asText()).isEqualTo(site + "/digests/" + run);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void a_run_that_is_not_there_is_a_problem() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      assertThat(bot.get("/api/v1/digests/runs/daily-20200101T000000Z").statusCode())
          .isEqualTo(404);
      assertThat(bot.get("/api/v1/digests/runs/yesterday").body())
          .contains("There is no run yesterday.");
    }
  }

  @Test
  void the_panel_tells_what_comes_next_and_how_the_last_run_went() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      JsonNode facts =
          json(bot.get("/api/v1/panels?zone=Asia/Kolkata"))
              .path("panels")
              .path(1)
              .path("reply")
              .path("cards")
              .path(0)
              .path("facts");

      assertThat(facts.findValuesAsText("name")).containsExactly("daily", "weekly", "quiet");
      assertThat(facts.path(0).path("value").asText())
          .contains("next ", "UTC+5:30", "its time has not come yet");
    }
  }

  @Test
  void both_paths_are_documented() throws Exception {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      JsonNode paths = json(bot.get("/openapi.json")).path("paths");

      assertThat(paths.has("/api/v1/digests/{name}/preview")).isTrue();
      assertThat(paths.has("/api/v1/digests/runs/{run}")).isTrue();
    }
  }

  /** The name of a run that was asked for. */
  private static String sent(TestBot bot, String digest) throws Exception {
    bot.say("/digest send " + digest);
    JsonNode status = new ObjectMapper().readTree(bot.say("/digest status"));
    Matcher run =
        Pattern.compile(digest + "-[0-9]{8}T[0-9]{6}Z").matcher(status.path("cards").toString());
    assertThat(run.find()).isTrue();
    return run.group();
  }

  private static String picture(JsonNode digest) {
    Matcher picture = Pattern.compile("/charts/digest-[^\"]+").matcher(digest.toString());
    assertThat(picture.find()).isTrue();
    return picture.group();
  }

  private static void assertPng(TestBot bot, String path) throws Exception {
    HttpResponse<String> picture = bot.get(path);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(picture.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }
}
