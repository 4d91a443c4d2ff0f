package dev.amserr.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LogReporterTest {

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-10T12:34:56Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final Deque<String> receipts = new ArrayDeque<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CountDownLatch first = new CountDownLatch(1);
  private HttpServer bot;

  private record Received(String key, String authorization, JsonNode body) {}

  @BeforeEach
  void start() throws IOException {
    bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bot.createContext("/base/api/v1/events", this::answer);
    bot.start();
  }

  @AfterEach
  void stop() {
    bot.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new ObjectMapper().readTree(exchange.getRequestBody())));
    int status = statuses.isEmpty() ? 202 : statuses.poll();
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "0");
    }
    byte[] body = body(status).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
    first.countDown();
  }

  private String body(int status) {
    if (status != 202) {
      return "{\"detail\":\"because\"}";
    }
    return receipts.isEmpty()
        ? "{\"accepted\":1,\"duplicate\":0,\"rejected\":[]}"
        : receipts.poll();
  }

  private LogReporter reporter(String source) {
    return new LogReporter(
        DECODER,
        source,
        URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/base/"),
        "a-token",
        "run",
        CLOCK,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @Test
  void codes_in_a_stream_are_reported_with_their_lines() throws IOException {
    String log =
        "12:00 all is well\n12:01 playback failed: 0x20200194 password=hunter2\n12:02 0x8088002E";

    LogReporter.Outcome outcome = reporter("player").read(stream(log));

    JsonNode events = received.get(0).body();
    assertThat(outcome).isEqualTo(new LogReporter.Ended(2, 0));
    assertThat(received.get(0).authorization()).isEqualTo("Bearer a-token");
    assertThat(events.at("/0/code").asText()).isEqualTo("0x20200194");
    assertThat(events.at("/0/system").asText()).isEqualTo("amp");
    assertThat(events.at("/0/source").asText()).isEqualTo("player");
    assertThat(events.at("/0/at").asText()).isEqualTo("2026-06-10T12:34:56Z");
    assertThat(events.at("/0/message").asText())
        .contains("playback failed")
        .doesNotContain("hunter2");
  }

  @Test
  void a_batch_that_was_not_acknowledged_is_sent_again_under_the_same_key() throws IOException {
    statuses.addAll(List.of(503, 503, 202));

    LogReporter.Outcome outcome = reporter("player").read(stream("0x20200194\n"));

    assertThat(outcome).isEqualTo(new LogReporter.Ended(1, 0));
    assertThat(received).extracting(Received::key).containsExactly("run-1", "run-1", "run-1");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("answers 503; trying on")
        .contains("answers again");
  }

  @Test
  void many_errors_go_in_batches_with_keys_of_their_own() throws IOException {
    LogReporter.Outcome outcome = reporter("player").read(stream("0x20200194\n".repeat(1_200)));

    assertThat(outcome).isEqualTo(new LogReporter.Ended(1_200, 0));
    assertThat(received).extracting(r -> r.body().size()).contains(500).allMatch(n -> n <= 500);
    assertThat(received).extracting(Received::key).doesNotHaveDuplicates();
  }

  @Test
  void long_lines_go_in_more_batches_so_that_each_is_one_that_a_bot_takes() throws IOException {
    String line = "0x20200194 " + "ü".repeat(4_000) + "\n";

    LogReporter.Outcome outcome = reporter("player").read(stream(line.repeat(300)));

    assertThat(outcome).isEqualTo(new LogReporter.Ended(300, 0));
    assertThat(received)
        .extracting(r -> r.body().toString().getBytes(StandardCharsets.UTF_8).length)
        .allMatch(bytes -> bytes < 1 << 20);
    assertThat(received).hasSizeGreaterThan(2);
  }

  @Test
  void a_bot_that_refuses_is_not_asked_again() throws IOException {
    statuses.add(401);

    LogReporter.Outcome outcome = reporter("player").read(stream("0x20200194\n"));

    assertThat(outcome)
        .isEqualTo(
            new LogReporter.Refused("The bot refuses reports with 401: {\"detail\":\"because\"}"));
    assertThat(received).hasSize(1);
  }

  @Test
  void what_a_bot_rejects_is_no_success_and_each_kind_of_reason_is_told_once() throws IOException {
    String ofSource = "The token web may not report for \\\"player\\\".";
    receipts.add(
        receipt(2, rejection(0, ofSource), rejection(2, "It has 7 characters; 5 is the most.")));
    String log = "0x20200194\n0x8088002E\n0x20200194\n0x20200194\n0x20200194\n";
    LogReporter reporter = reporter("player");

    LogReporter.Outcome outcome = reporter.read(stream(log));
    receipts.add(
        receipt(0, rejection(0, "It has 9 characters; 5 is the most."), rejection(1, ofSource)));
    LogReporter.Outcome afterMore = reporter.read(stream("0x20200194\n0x8088002E\n"));

    assertThat(outcome).isEqualTo(new LogReporter.Ended(3, 2));
    assertThat(afterMore).isEqualTo(new LogReporter.Ended(3, 4));
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "amserr: the bot does not count this: The token web may not report for \"player\".",
            "amserr: to report under another source, use --source NAME",
            "amserr: the bot does not count this: It has 7 characters; 5 is the most.");
  }

  @Test
  void rejections_that_a_bot_does_not_list_are_rejections_too() throws IOException {
    receipts.add(
        "{\"accepted\":0,\"duplicate\":0,\"rejected\":[{\"index\":0,\"reason\":\"No.\"}],"
            + "\"moreRejected\":2}");

    LogReporter.Outcome outcome = reporter("player").read(stream("0x20200194\n".repeat(3)));

    assertThat(outcome).isEqualTo(new LogReporter.Ended(0, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>Welcome</html>", "[]", "{\"ok\":true}", "{\"rejected\":\"none\"}"})
  void a_202_that_does_not_say_what_was_counted_is_no_success(String body) throws IOException {
    receipts.add(body);

    LogReporter.Outcome outcome = reporter("player").read(stream("0x20200194\n"));

    assertThat(outcome.fold(ended -> "success", LogReporter.Refused::why))
        .contains("did not say what it counted", "--to", "127.0.0.1:")
        .endsWith("It says: " + body);
  }

  @Test
  void a_file_is_followed_until_the_end_and_gives_its_name_as_source() throws Exception {
    Path log = Files.writeString(folder.resolve("edge.log"), "0x20200194\n");
    LogReporter reporter = reporter("");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<LogReporter.Outcome> outcome =
          thread.submit(() -> reporter.follow(List.of(log), true));
      first.await();
      Files.writeString(log, "0x8088002E\n", StandardOpenOption.APPEND);
      reporter.stop();

      assertThat(outcome.get()).isEqualTo(new LogReporter.Ended(2, 0));
      assertThat(received)
          .flatExtracting(r -> r.body().findValuesAsText("source"))
          .containsOnly("edge.log");
    } finally {
      thread.shutdownNow();
    }
  }

  private static String receipt(int accepted, String... rejections) {
    return "{\"accepted\":%d,\"duplicate\":0,\"rejected\":[%s]}"
        .formatted(accepted, String.join(",", rejections));
  }

  /**
   * A rejection.
   *
   * @param reason as it stands in JSON
   */
  private static String rejection(int index, String reason) {
    return "{\"index\":%d,\"reason\":\"%s\"}".formatted(index, reason);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
