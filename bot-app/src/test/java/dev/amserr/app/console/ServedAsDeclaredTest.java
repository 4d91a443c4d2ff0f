package dev.amserr.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.JsonShape;
import dev.amserr.app.http.RawHttp;
import dev.amserr.app.http.RawHttp.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document against what is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedAsDeclaredTest {

  private static final String JSON = "Content-Type: application/json";

  private SampleBot bot;
  private JsonNode document;

  @BeforeAll
  void start() throws IOException {
    bot = new SampleBot(HttpSettings.onLoopback(0));
    document = json(RawHttp.get(bot.port(), "/openapi.json"));
  }

  @AfterAll
  void stop() {
    bot.close();
  }

  @Test
  void everything_that_is_documented_is_served() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        int status = RawHttp.send(bot.port(), method, concrete(path.getKey()), "", JSON).status();
        if (!operation.getValue().path("responses").has(Integer.toString(status))) {
          missing.add(method + " " + path.getKey() + " answers " + status);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /",
    "GET,  /api/v1/decode",
    "GET,  /api/v1/systems",
    "POST, /api/v1/commands",
    "POST, /api/v1/actions",
    "GET,  /healthz",
    "GET,  /readyz",
    "GET,  /metrics",
    "GET,  /openapi.json"
  })
  void everything_of_the_contract_is_documented(String method, String path) {
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));

    assertThat(operation.path("operationId").asText()).isNotBlank();
    assertThat(operation.path("summary").asText()).isNotBlank();
  }

  @Test
  void methods_that_are_not_documented_are_not_served() throws IOException {
    List<String> served = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        if (!path.getValue().has(method.toLowerCase(Locale.ROOT))
            && RawHttp.send(bot.port(), method, concrete(path.getKey()), "").status() != 405) {
          served.add(method + " " + path.getKey());
        }
      }
    }

    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/decode,  /api/v1/decode?q=0x8088002E%20and%200x20200194%20and%200xDEADBEEF",
    "/api/v1/decode,  /api/v1/decode?q=",
    "/api/v1/decode,  /api/v1/decode?q=404&system=http",
    "/api/v1/decode,  /api/v1/decode?q=1&system=nothing",
    "/api/v1/decode,  /api/v1/decode",
    "/api/v1/systems, /api/v1/systems",
    "/api/v1/commands, /api/v1/commands",
    "/api/v1/panels,  /api/v1/panels?zone=Europe/Berlin",
    "/api/v1/series,  /api/v1/series?hourly=true",
    "/api/v1/series,  /api/v1/series?hourly=maybe",
    "/api/v1/series/{id}, /api/v1/series/1?window=7d",
    "/api/v1/series/{id}, /api/v1/series/2?window=1h",
    "/api/v1/series/{id}, /api/v1/series/999",
    "/healthz,        /healthz",
    "/readyz,         /readyz"
  })
  void answers_have_the_shape_that_is_documented(String path, String target) throws IOException {
    Response response = RawHttp.get(bot.port(), target);

    assertThat(faults("get", path, response)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/api/v1/commands;    {\"text\": \"/amserr 0x8088002E\"}",
        "/api/v1/commands;    {\"text\": \"/codes systems\"}",
        "/api/v1/commands;    {\"text\": \"/oncall cover player\"}",
        "/api/v1/commands;    {\"text\": \"/errors\"}",
        "/api/v1/commands;    {\"text\": \"/nothing\"}",
        "/api/v1/commands;    {\"txt\": 1}",
        "/api/v1/actions;     {\"id\": \"v1|cover|nothing\"}",
        "/api/v1/completions; {\"text\": \"/on\"}",
        "/api/v1/decode;      {\"q\": \"0x8088002E\"}"
      })
  void answers_to_posts_have_the_shape_that_is_documented(String path, String body)
      throws IOException {
    Response response = RawHttp.post(bot.port(), path, body, JSON);

    assertThat(faults("post", path, response)).isEmpty();
  }

  @Test
  void readiness_names_what_is_degraded_and_is_503_without_the_store() throws IOException {
    bot.store.set(new Health.Down("The database is not reachable."));

    Response response = RawHttp.get(bot.port(), "/readyz");
    Response decoding = RawHttp.get(bot.port(), "/api/v1/decode?q=404");
    bot.store.set(new Health.Up());

    assertThat(response.status()).isEqualTo(503);
    assertThat(faults("get", "/readyz", response)).isEmpty();
    assertThat(json(response).path("degraded").path(0).path("name").asText()).isEqualTo("store");
    assertThat(response.body()).contains("The database is not reachable.");
    assertThat(decoding.status()).isEqualTo(200);
  }

  @Test
  void commands_and_decodings_are_counted_by_outcome() throws IOException {
    RawHttp.post(bot.port(), "/api/v1/commands", "{\"text\":\"/errors\"}", JSON);
    RawHttp.post(bot.port(), "/api/v1/commands", "{\"text\":\"/mute 1\"}", JSON);
    RawHttp.get(bot.port(), "/api/v1/decode?q=0x8088002E");

    String metrics = RawHttp.get(bot.port(), "/metrics").body();

    assertThat(metrics)
        .contains("amserr_commands_seconds_bucket{command=\"/errors\",outcome=\"answered\",le=")
        .contains("amserr_commands_seconds_count{command=\"/mute\",outcome=\"denied\"}")
        .containsPattern("amserr_decodings_total\\{outcome=\"answered\"} [1-9]");
  }

  private List<String> faults(String method, String path, Response response) throws IOException {
    JsonNode documented =
        document
            .path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(response.status()))
            .path("content")
            .path(response.header("Content-Type").orElseThrow());
    if (documented.isMissingNode()) {
      return List.of("Not documented: " + response);
    }
    return JsonShape.faults(document, documented.path("schema"), json(response));
  }

  /** A path with something in the place of its variables. */
  private static String concrete(String path) {
    return path.replaceAll("\\{[a-z]+\\}", "1");
  }

  private static JsonNode json(Response response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
