package dev.amserr.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amserr.app.http.HttpStartException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerStartTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void an_address_of_the_network_needs_a_token(String host) {
    HttpSettings open = HttpSettings.onLoopback(0).withHost(host);

    HttpStartException refused =
        catchThrowableOfType(HttpStartException.class, () -> new TestServer(open));

    assertThat(refused.reason()).isEqualTo(Reason.TOKEN_MISSING);
    assertThat(refused)
        .hasMessage(
            "server.host is "
                + host
                + ", so the network could run commands and read who is on call. Set server.token"
                + " (AMSERR_API_TOKEN), or listen on 127.0.0.1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "127.0.0.2"})
  void an_address_of_this_machine_alone_needs_none(String host) {
    try (TestServer server = new TestServer(HttpSettings.onLoopback(0).withHost(host))) {
      assertThat(server.server().url()).hasToString("http://" + host + ":" + server.port() + "/");
    }
  }

  @Test
  void a_taken_port_is_one_sentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpSettings settings = HttpSettings.onLoopback(taken.getLocalPort());

      HttpStartException refused =
          catchThrowableOfType(HttpStartException.class, () -> new TestServer(settings));

      assertThat(refused.reason()).isEqualTo(Reason.PORT_TAKEN);
      assertThat(refused)
          .hasMessage(
              "Another program listens on port "
                  + taken.getLocalPort()
                  + " of 127.0.0.1. Stop it, or choose another port with --port or AMSERR_PORT.");
    }
  }

  @Test
  void an_address_of_another_machine_is_one_sentence() {
    HttpSettings elsewhere =
        HttpSettings.onLoopback(0).withHost("192.0.2.1").withToken(new BearerToken("s3cret"));

    HttpStartException refused =
        catchThrowableOfType(HttpStartException.class, () -> new TestServer(elsewhere));

    assertThat(refused.reason()).isEqualTo(Reason.HOST_UNUSABLE);
    assertThat(refused).hasMessageContaining("192.0.2.1");
  }

  @Test
  void serving_the_same_twice_fails_at_start() {
    Routes twice =
        () ->
            List.of(
                Route.get(
                    "/open",
                    Protection.open(),
                    Operation.of("again", "Again"),
                    r -> Answer.empty(204)));

    assertThatThrownBy(() -> new TestServer(HttpSettings.onLoopback(0), twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GET /open is served twice");
  }

  @Test
  void the_token_is_never_printed() {
    HttpSettings settings = HttpSettings.onLoopback(0).withToken(new BearerToken("s3cret"));

    assertThat(settings.toString()).doesNotContain("s3cret").contains("token=***");
  }

  @Test
  void what_runs_when_the_server_stops_is_finished() throws Exception {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Routes slow =
        () ->
            List.of(
                Route.get(
                    "/slow",
                    Protection.open(),
                    Operation.of("slow", "Slow"),
                    r -> {
                      runs.countDown();
                      await(goOn);
                      return Answer.text(200, "done");
                    }));
    TestServer server = new TestServer(HttpSettings.onLoopback(0), slow);
    try (Socket socket = RawHttp.connect(server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      await(runs);

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      goOn.countDown();

      assertThat(RawHttp.read(socket).body()).isEqualTo("done");
      stopped.get(20, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
