package dev.amserr.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.http.RawHttp.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final String JSON = "Content-Type: application/json";
  private static final String TOKEN = "Authorization: Bearer s3cret";
  private static final HttpSettings LOOPBACK = HttpSettings.onLoopback(0);
  private static final HttpSettings NETWORK =
      LOOPBACK.withHost("0.0.0.0").withToken(new BearerToken("s3cret"));

  @Test
  void curl_can_change_something_from_this_machine() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response = RawHttp.post(server.port(), "/change", "{}", JSON);

      assertThat(response.status()).isEqualTo(200);
      assertThat(server.changes).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:9", "localhost.", "127.0.0.1", "127.9.9.9:1", "[::1]:80"})
  void names_of_this_machine_are_known(String host) throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response = RawHttp.post(server.port(), "/change", "{}", JSON, "Host: " + host);

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8080",
        "0x7f.1",
        "[::1].evil.example",
        "127.0.0.1@evil.example"
      })
  void a_rebound_name_can_neither_change_nor_read_anything(String host) throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response change = RawHttp.post(server.port(), "/change", "{}", JSON, "Host: " + host);
      Response read = RawHttp.get(server.port(), "/private", "Host: " + host);
      Response open = RawHttp.get(server.port(), "/open", "Host: " + host);

      assertThat(change.status()).isBetween(400, 403);
      assertThat(read.status()).isBetween(400, 403);
      assertThat(open.status()).isBetween(400, 403);
      assertThat(server.changes).hasValue(0);
    }
  }

  @Test
  void probes_may_call_the_bot_whatever_they_like() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response = RawHttp.get(server.port(), "/probe", "Host: 10.1.2.3:8080");

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost.evil.example",
        "null",
        "http://127.0.0.1:1",
        "http://localhost",
        "https://127.0.0.1",
        "file://"
      })
  void pages_of_other_origins_can_change_nothing(String origin) throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response = RawHttp.post(server.port(), "/change", "{}", JSON, "Origin: " + origin);

      assertThat(response.status()).isEqualTo(403);
      assertThat(server.changes).hasValue(0);
    }
  }

  @Test
  void our_own_page_can_change_something() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      String origin = "Origin: http://127.0.0.1:" + server.port();

      Response response = RawHttp.post(server.port(), "/change", "{}", JSON, origin);

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: text/plain; application/json",
        "X-None: 1"
      })
  void bodies_that_a_page_sends_without_asking_change_nothing(String header) throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response = RawHttp.post(server.port(), "/change", "{}", header);

      assertThat(response.status()).isEqualTo(415);
      assertThat(server.changes).hasValue(0);
    }
  }

  @Test
  void a_content_type_may_have_parameters_and_any_case() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response response =
          RawHttp.post(
              server.port(), "/change", "{}", "Content-Type: Application/JSON; charset=utf-8");

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Test
  void a_token_is_judged_by_itself_alone() throws IOException {
    try (TestServer server = new TestServer(NETWORK)) {
      Response response =
          RawHttp.post(
              server.port(),
              "/change",
              "{}",
              TOKEN,
              "Host: evil.example",
              "Origin: https://evil.example",
              "Content-Type: text/plain");

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer wrong", "Bearer ", "Bearer s3cret2", "Basic czNjcmV0", "s3cret", ""})
  void a_wrong_token_opens_nothing_even_from_this_machine(String authorization) throws IOException {
    try (TestServer server = new TestServer(LOOPBACK.withToken(new BearerToken("s3cret")))) {
      Response response =
          RawHttp.post(server.port(), "/change", "{}", JSON, "Authorization: " + authorization);

      assertThat(response.status()).isEqualTo(401);
      assertThat(response.header("WWW-Authenticate")).hasValue("Bearer realm=\"amserr\"");
      assertThat(response.body()).doesNotContain("s3cret");
    }
  }

  @Test
  void on_the_network_a_token_is_needed_for_what_is_protected_and_for_nothing_else()
      throws IOException {
    try (TestServer server = new TestServer(NETWORK)) {
      assertThat(RawHttp.post(server.port(), "/change", "{}", JSON).status()).isEqualTo(401);
      assertThat(RawHttp.get(server.port(), "/private").status()).isEqualTo(401);
      assertThat(RawHttp.get(server.port(), "/private", TOKEN).status()).isEqualTo(200);
      assertThat(RawHttp.get(server.port(), "/open", "Host: bot.internal").status()).isEqualTo(200);
      assertThat(RawHttp.get(server.port(), "/probe").status()).isEqualTo(200);
    }
  }

  @Test
  void behind_a_proxy_the_public_name_and_its_page_are_known() throws IOException {
    HttpSettings published = LOOPBACK.withPublicUrl(URI.create("https://bot.example/"));
    try (TestServer server = new TestServer(published)) {
      Response own =
          RawHttp.post(
              server.port(),
              "/change",
              "{}",
              JSON,
              "Host: bot.example",
              "Origin: https://bot.example");
      Response plain =
          RawHttp.post(
              server.port(),
              "/change",
              "{}",
              JSON,
              "Host: bot.example",
              "Origin: http://bot.example:81");

      assertThat(own.status()).isEqualTo(200);
      assertThat(plain.status()).isEqualTo(403);
    }
  }

  @Test
  void a_public_name_needs_the_token_once_there_is_one() throws IOException {
    HttpSettings published =
        LOOPBACK
            .withPublicUrl(URI.create("https://bot.example/"))
            .withToken(new BearerToken("s3cret"));
    try (TestServer server = new TestServer(published)) {
      Response through = RawHttp.get(server.port(), "/private", "Host: bot.example");
      Response local = RawHttp.get(server.port(), "/private");

      assertThat(through.status()).isEqualTo(401);
      assertThat(local.status()).isEqualTo(200);
    }
  }

  @Test
  void without_tokens_of_its_own_a_route_is_for_this_machine_alone() throws IOException {
    try (TestServer server = new TestServer(NETWORK)) {
      Response local = RawHttp.post(server.port(), "/ingest", "{}", JSON);
      Response named = RawHttp.post(server.port(), "/ingest", "{}", JSON, "Host: 10.0.0.5:8080");

      assertThat(local.status()).isEqualTo(200);
      assertThat(named.status()).isEqualTo(401);
    }
  }

  @Test
  void with_tokens_of_its_own_a_route_needs_one_everywhere() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK, new BearerToken("feed"))) {
      Response without = RawHttp.post(server.port(), "/ingest", "{}", JSON);
      Response with =
          RawHttp.post(server.port(), "/ingest", "{}", JSON, "Authorization: bearer feed");

      assertThat(without.status()).isEqualTo(401);
      assertThat(with.status()).isEqualTo(200);
    }
  }

  @Test
  void answers_are_readable_for_declared_origins_alone() throws IOException {
    HttpSettings shared = LOOPBACK.withCorsOrigins(Set.of("https://wall.example"));
    try (TestServer server = new TestServer(shared)) {
      Response wall = RawHttp.get(server.port(), "/private", "Origin: https://wall.example");
      Response asked =
          RawHttp.send(
              server.port(),
              "OPTIONS",
              "/change",
              "",
              "Origin: https://wall.example",
              "Access-Control-Request-Method: POST");
      Response other = RawHttp.get(server.port(), "/open", "Origin: https://evil.example");
      Response change =
          RawHttp.post(server.port(), "/change", "{}", JSON, "Origin: https://wall.example");

      assertThat(wall.status()).isEqualTo(200);
      assertThat(wall.header("Access-Control-Allow-Origin")).hasValue("https://wall.example");
      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.header("Access-Control-Allow-Methods")).hasValue("POST, OPTIONS");
      assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(change.status()).isEqualTo(403);
    }
  }

  @Test
  void no_origin_may_read_unless_one_is_declared() throws IOException {
    try (TestServer server = new TestServer(LOOPBACK)) {
      Response asked =
          RawHttp.send(server.port(), "OPTIONS", "/change", "", "Origin: https://wall.example");

      assertThat(asked.status()).isEqualTo(204);
      assertThat(asked.headers()).noneMatch(line -> line.startsWith("Access-Control"));
    }
  }
}
