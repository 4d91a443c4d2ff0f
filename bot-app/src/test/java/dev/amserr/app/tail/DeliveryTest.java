package dev.amserr.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.amserr.app.Latches;
import dev.amserr.recurrence.Occurrence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Occurrence OCCURRENCE =
      new Occurrence("404", "http", "web", null, 1, null, null, null);

  @Test
  void an_answer_that_stops_after_its_headers_is_asked_for_again() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer bot =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bot.setExecutor(threads);
    bot.createContext(
        "/api/v1/events",
        exchange -> {
          byte[] receipt = "{\"accepted\":1,\"rejected\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(202, receipt.length);
          if (requests.incrementAndGet() == 1) {
            exchange.getResponseBody().flush();
            Latches.await(end);
          }
          exchange.getResponseBody().write(receipt);
          exchange.close();
        });
    bot.start();
    List<Duration> pauses = new ArrayList<>();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Delivery delivery =
        new Delivery(
            URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/"),
            "",
            "run",
            pauses::add,
            new PrintStream(said, true, StandardCharsets.UTF_8),
            Duration.ofMillis(300));

    delivery.send(List.of(OCCURRENCE), Instant.parse("2026-06-10T12:34:56Z"));

    assertThat(requests).hasValue(2);
    assertThat(pauses).hasSize(1);
    assertThat(delivery.counted()).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("does not answer; trying on", "the bot answers again");
    end.countDown();
    bot.stop(0);
    threads.shutdown();
  }
}
