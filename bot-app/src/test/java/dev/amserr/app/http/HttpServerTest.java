package dev.amserr.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.app.http.RawHttp.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpServerTest {

  private static final String JSON = "Content-Type: application/json";

  private TestServer server;

  @BeforeAll
  void start() {
    server =
        new TestServer(HttpSettings.onLoopback(0).withLimits(Limits.DEFAULT.withBodyBytes(20_000)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     /nothing,                       404",
    "POST,    /nothing,                       404",
    "OPTIONS, /nothing,                       404",
    "POST,    /open,                          405",
    "DELETE,  /change,                        405",
    "TRACE,   /open,                          405",
    "BREW,    /open,                          501",
    "get,     /open,                          501",
    "GET,     /echo/ana,                      400",
    "GET,     /echo/ana?q=%zz,                400",
    "GET,     /echo/ana?q=%ff,                400",
    "GET,     /echo/%zz?q=1,                  400",
    "GET,     /broken,                        500",
    "GET,     /storeless,                     503"
  })
  void every_refusal_is_a_problem_with_a_request_id(String method, String target, int status)
      throws IOException {
    Response response = RawHttp.send(server.port(), method, target, "");

    assertThat(response.status()).isEqualTo(status);
    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/echo/%00?q=1", "/echo/%zz?q=1", "/echo/a%2Fb?q=1"})
  void a_connection_is_closed_only_after_saying_so(String target) throws IOException {
    String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String last = "GET /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    Response first = RawHttp.exchange(server.port(), request + last);

    if (first.header("Connection").equals(Optional.of("close"))) {
      assertThat(first.body()).doesNotContain("HTTP/1.1");
    } else {
      assertThat(first.body()).contains("HTTP/1.1 200");
    }
  }

  @Test
  void a_refused_method_is_told_which_to_use() throws IOException {
    Response response = RawHttp.send(server.port(), "PUT", "/open", "");

    assertThat(response.header("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "[1,]", "\u0000"})
  void a_body_that_is_not_json_is_refused(String body) throws IOException {
    Response response = RawHttp.post(server.port(), "/change", body, JSON);

    assertThat(response.status()).isEqualTo(400);
    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, %s]", "[1.%s]"})
  void numbers_without_end_are_refused(String body) throws IOException {
    Response response =
        RawHttp.post(server.port(), "/change", body.replace("%s", "7".repeat(2_000)), JSON);

    assertThat(response.status()).isEqualTo(400);
    assertThat(TestServer.json(response).path("detail").asText()).contains("1,000");
    assertProblem(response);
  }

  @Test
  void nesting_without_end_is_refused() throws IOException {
    Response response = RawHttp.post(server.port(), "/change", "[".repeat(2_000), JSON);

    assertThat(response.status()).isEqualTo(400);
    assertProblem(response);
  }

  @Test
  void a_body_that_announces_to_be_too_long_is_refused_before_it_is_read() throws IOException {
    Response response =
        RawHttp.exchange(
            server.port(),
            "POST /change HTTP/1.1\r\nHost: localhost\r\n"
                + JSON
                + "\r\nContent-Length: 20001\r\n\r\n");

    assertThat(response.status()).isEqualTo(413);
    assertThat(response.header("Connection")).hasValue("close");
    assertProblem(response);
  }

  @Test
  void a_body_that_turns_out_too_long_is_refused() throws IOException {
    String chunk = "1f40\r\n" + " ".repeat(8_000) + "\r\n";

    Response response =
        RawHttp.exchange(
            server.port(),
            "POST /change HTTP/1.1\r\nHost: localhost\r\n"
                + JSON
                + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(3)
                + "0\r\n\r\n");

    assertThat(response.status()).isEqualTo(413);
    assertProblem(response);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /change,  413",
    "POST, /nothing, 404",
    "PUT,  /change,  405",
    "BREW, /change,  501"
  })
  void whoever_sends_all_before_reading_gets_the_refusal(String method, String path, int status)
      throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + JSON
            + "\r\nConnection: close\r\nContent-Length: 20000000\r\n\r\n";

    Response response = RawHttp.exchange(server.port(), head + " ".repeat(20_000_000));

    assertThat(response.status()).isEqualTo(status);
    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 16_384, 16_385, 19_999})
  void a_body_that_comes_when_it_is_asked_for_is_read_to_the_byte(int length) throws IOException {
    String body = length < 2 ? "1" : "\"" + "x".repeat(length - 2) + "\"";
    String head =
        "POST /change HTTP/1.1\r\nHost: localhost\r\n"
            + JSON
            + "\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    try (Socket socket = RawHttp.connect(server.port())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
      for (int at = 0; at < length; at += 5_000) {
        String piece = body.substring(at, Math.min(length, at + 5_000));
        out.write(piece.getBytes(StandardCharsets.US_ASCII));
      }

      Response response = RawHttp.read(socket);

      assertThat(interim).asString(StandardCharsets.US_ASCII).startsWith("HTTP/1.1 100 ");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(body);
    }
  }

  @Test
  void whoever_asks_whether_to_send_too_much_is_told_not_to() throws Exception {
    Response response =
        RawHttp.exchange(
            server.port(),
            "POST /change HTTP/1.1\r\nHost: localhost\r\n"
                + JSON
                + "\r\nExpect: 100-continue\r\nContent-Length: 20001\r\n\r\n");

    assertThat(response.status()).isEqualTo(413);
  }

  @Test
  void a_route_may_take_less_than_others() throws IOException {
    Response fits = RawHttp.post(server.port(), "/signed", "x".repeat(10));
    Response tooLong = RawHttp.post(server.port(), "/signed", "x".repeat(11));

    assertThat(fits.status()).isEqualTo(200);
    assertThat(tooLong.status()).isEqualTo(413);
  }

  @Test
  void a_compressed_body_is_refused() throws IOException {
    Response response =
        RawHttp.post(server.port(), "/change", "{}", JSON, "Content-Encoding: gzip");

    assertThat(response.status()).isEqualTo(415);
    assertProblem(response);
  }

  @Test
  void headers_that_are_too_long_are_refused() throws IOException {
    Response response = RawHttp.get(server.port(), "/open?q=" + "x".repeat(40_000));

    assertThat(response.status()).isIn(414, 431);
    assertProblem(response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /open HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /open HTTP/1.1\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: localhost\r\n folded: x\r\n\r\n",
        "GET /open HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "POST /change HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n{}",
        "nonsense\r\n\r\n"
      })
  void what_is_not_well_formed_is_refused_with_a_problem(String request) throws IOException {
    Response response = RawHttp.exchange(server.port(), request);

    assertThat(response.status()).isIn(400, 403, 505);
    assertProblem(response);
  }

  @Test
  void the_message_of_an_exception_stays_in_the_log() throws IOException {
    Response response = RawHttp.get(server.port(), "/broken");

    assertThat(response.body()).doesNotContain("secret", "Exception");
  }

  @Test
  void a_usable_request_id_of_the_caller_is_kept_and_any_other_replaced() throws IOException {
    Response kept = RawHttp.get(server.port(), "/open", "X-Request-Id: trace-1.a_B");
    Response replaced = RawHttp.get(server.port(), "/open", "X-Request-Id: <b>\"");

    assertThat(kept.header("X-Request-Id")).hasValue("trace-1.a_B");
    assertThat(replaced.header("X-Request-Id").orElseThrow()).matches("[0-9a-z]{5}-[0-9a-z]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/nothing", "/broken", "/%00"})
  void every_answer_keeps_browsers_from_running_framing_and_guessing(String target)
      throws IOException {
    Response response = RawHttp.get(server.port(), target);

    assertThat(response.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(response.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.header("X-Frame-Options")).hasValue("DENY");
    assertThat(response.header("Referrer-Policy")).hasValue("no-referrer");
    assertThat(response.header("Server")).isEmpty();
  }

  @Test
  void variables_and_parameters_are_decoded() throws IOException {
    Response response =
        RawHttp.get(server.port(), "/echo/Ana%20Ruiz?x=1&q=a+b%2Bc%26%C3%B6&q=second");

    assertThat(TestServer.json(response).path("said").asText()).isEqualTo("Ana Ruiz a b+c&ö");
  }

  @Test
  void a_parameter_may_be_empty_but_not_missing() throws IOException {
    Response empty = RawHttp.get(server.port(), "/echo/ana?q=");
    Response name = RawHttp.get(server.port(), "/echo/ana?q");

    assertThat(List.of(empty.status(), name.status())).containsOnly(200);
  }

  @Test
  void head_answers_as_get_without_a_body() throws IOException {
    Response head = RawHttp.send(server.port(), "HEAD", "/open", "");
    Response get = RawHttp.get(server.port(), "/open");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
  }

  @Test
  void a_web_socket_handshake_finds_nothing_and_opens_no_session() throws IOException {
    Response response = RawHttp.get(server.port(), "/open", "Sec-WebSocket-Version: 13");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("Set-Cookie")).isEmpty();
    assertProblem(response);
  }

  @Test
  void requests_are_counted_by_route_and_never_by_what_was_sent() throws IOException {
    RawHttp.get(server.port(), "/echo/one?q=1");
    RawHttp.get(server.port(), "/nothing-of-this-name");

    String metrics = RawHttp.get(server.port(), "/metrics").body();

    assertThat(metrics)
        .contains("amserr_http_requests_seconds_count{method=\"GET\",route=\"/echo/{name}\"")
        .contains("amserr_http_requests_seconds_bucket{")
        .contains("route=\"unknown\"")
        .doesNotContain("nothing-of-this-name");
  }

  private static void assertProblem(Response response) throws IOException {
    assertThat(response.header("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = TestServer.json(response);
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("status").asInt()).isEqualTo(response.status());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("requestId").asText())
        .isEqualTo(response.header("X-Request-Id").orElseThrow());
  }
}
