package dev.amserr.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.amserr.app.http.RawHttp.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowClientTest {

  private static final String JSON = "Content-Type: application/json";

  private static final String HEAD =
      String.join(
          "\r\n", "POST /change HTTP/1.1", "Host: localhost", JSON, "Content-Length: 900", "", "");

  private static TestServer impatient(Duration whileIdle, Duration whileSending) {
    Limits limits = Limits.DEFAULT.withPatience(whileIdle, whileSending);
    return new TestServer(HttpSettings.onLoopback(0).withLimits(limits));
  }

  @Test
  void a_body_that_stops_coming_is_cut() throws IOException {
    try (TestServer server = impatient(Duration.ofMillis(200), Duration.ofSeconds(10))) {
      Response response = RawHttp.exchange(server.port(), HEAD + "{");

      assertThat(response.status()).isEqualTo(408);
      assertThat(response.header("Content-Type")).hasValue("application/problem+json");
    }
  }

  @Test
  void a_body_that_drips_for_ever_is_cut() throws Exception {
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try (TestServer server = impatient(Duration.ofSeconds(10), Duration.ofMillis(300));
        Socket socket = RawHttp.connect(server.port())) {
      socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      ScheduledFuture<?> drops =
          drip.scheduleAtFixedRate(() -> drop(socket), 0, 20, TimeUnit.MILLISECONDS);

      Response response = RawHttp.read(socket);

      assertThat(response.status()).isEqualTo(408);
      assertThat(server.changes).hasValue(0);
      drops.cancel(true);
    } finally {
      drip.shutdownNow();
    }
  }

  @Test
  void a_client_that_goes_on_sending_after_its_answer_is_cut_in_the_end() throws Exception {
    try (TestServer server = impatient(Duration.ofSeconds(10), Duration.ofSeconds(10));
        Socket socket = RawHttp.connect(server.port())) {
      byte[] piece = new byte[1 << 20];
      String head = HEAD.replace("900", "" + (1L << 40));
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      assertThatIOException()
          .isThrownBy(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  socket.getOutputStream().write(piece);
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 500_000})
  void slow_clients_leave_room_for_others(int length) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (TestServer server = impatient(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      String head = HEAD.replace("900", Integer.toString(length));
      for (int i = 0; i < 150; i++) {
        Socket socket = RawHttp.connect(server.port());
        slow.add(socket);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }

      Response read = RawHttp.get(server.port(), "/open");
      Response written = RawHttp.post(server.port(), "/change", "{}", JSON);

      assertThat(read.status()).isEqualTo(200);
      assertThat(written.status()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_connection_on_which_nothing_moves_is_closed() throws IOException {
    try (TestServer server = impatient(Duration.ofMillis(200), Duration.ofSeconds(10));
        Socket socket = RawHttp.connect(server.port())) {
      socket.getOutputStream().write("GET /op".getBytes(StandardCharsets.US_ASCII));

      byte[] said = socket.getInputStream().readAllBytes();

      assertThat(new String(said, StandardCharsets.US_ASCII)).doesNotContain(" 200 ");
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.getOutputStream().write(' ');
    } catch (IOException e) {
      throw new UncheckedIOException("The server has closed", e);
    }
  }
}
