package dev.amserr.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.config.IngestSettings;
import dev.amserr.app.config.IngestToken;
import dev.amserr.app.config.IngestToken.Scope;
import dev.amserr.app.config.TokenHash;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.Limits;
import dev.amserr.recurrence.InMemoryOccurrenceStore;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Top;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.storage.StoreUnavailableException;
import dev.amserr.time.Interval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestApiTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:34:56Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String EVENTS = "/api/v1/events";
  private static final String TOKEN = "an-ingest-token-0123456789";

  private final InMemoryOccurrenceStore store =
      new InMemoryOccurrenceStore(CountingBot.ZONE, new SplittableRandom(1), 50_000);
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile IngestSettings settings = CountingBot.openToThisMachine();
  private CountingBot bot;

  @AfterEach
  void stop() {
    if (bot != null) {
      bot.close();
    }
  }

  @Test
  void one_event_is_counted() throws Exception {
    Reply reply = post(EVENTS, "{\"code\":\"0x20200194\",\"source\":\"web-eu\"}");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEqualTo("{\"accepted\":1,\"duplicate\":0,\"rejected\":[]}");
    assertThat(counts()).isEqualTo(Map.of("amp 0x00200194 web-eu", 1L));
  }

  @Test
  void of_a_list_the_bad_are_listed_and_the_good_are_kept() throws Exception {
    Reply reply =
        post(
            EVENTS,
            "[{\"code\":\"x\",\"source\":\"s\"},{\"code\":\"x\"},7,"
                + "{\"code\":\"x\",\"source\":\"s\",\"count\":3}]");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reply.json().path("rejected").findValuesAsText("index")).containsExactly("1", "2");
    assertThat(reply.json().at("/rejected/0/reason").asText()).contains("source");
    assertThat(counts()).isEqualTo(Map.of(" x s", 4L));
  }

  @Test
  void one_event_a_line_is_counted_compressed_too() throws Exception {
    String lines =
        "{\"code\":\"x\",\"source\":\"s\"}\n{\"code\":\"x\",\"source\":\"s\"}\nnonsense\n";

    Reply plain = post(EVENTS, lines, "Content-Type", "application/x-ndjson");
    Reply packed =
        send(
            EVENTS,
            HttpRequest.BodyPublishers.ofByteArray(gzip(lines)),
            "Content-Type",
            "application/x-ndjson",
            "Content-Encoding",
            "gzip");

    assertThat(plain.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(plain.json().at("/rejected/0/index").asInt()).isEqualTo(2);
    assertThat(packed.body()).isEqualTo(plain.body());
    assertThat(counts()).isEqualTo(Map.of(" x s", 4L));
  }

  @Test
  void what_is_compressed_may_not_become_longer_than_a_body() throws Exception {
    start(HttpSettings.onLoopback(0).withLimits(Limits.DEFAULT.withBodyBytes(10_000)));

    Reply bomb =
        send(
            EVENTS,
            HttpRequest.BodyPublishers.ofByteArray(gzip(" ".repeat(1_000_000))),
            "Content-Encoding",
            "gzip");
    Reply broken = post(EVENTS, "{}", "Content-Encoding", "gzip");
    Reply other = post(EVENTS, "{}", "Content-Encoding", "br");

    assertThat(bomb.status()).isEqualTo(413);
    assertThat(broken.status()).isEqualTo(400);
    assertThat(other.status()).isEqualTo(415);
  }

  @Test
  void a_body_that_never_ends_is_cut_at_the_limit() throws Exception {
    start(HttpSettings.onLoopback(0).withLimits(Limits.DEFAULT.withBodyBytes(100_000)));
    String event = "{\"code\":\"x\",\"source\":\"s\"}\n";
    InputStream endless =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            return event.charAt(at++ % event.length());
          }

          @Override
          public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
              into[from + i] = (byte) read();
            }
            return length;
          }
        };

    Reply reply = send(EVENTS, HttpRequest.BodyPublishers.ofInputStream(() -> endless));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(counts()).isEmpty();
  }

  @Test
  void a_body_that_cannot_be_read_is_refused_as_a_whole() throws Exception {
    Reply reply = post(EVENTS, "[{\"code\":\"x\",\"source\":\"s\"},");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("detail").asText()).contains("JSON");
    assertThat(counts()).isEmpty();
  }

  @Test
  void a_request_with_the_same_key_counts_once() throws Exception {
    String body = "[{\"code\":\"x\",\"source\":\"s\"},{\"code\":\"y\",\"source\":\"s\"}]";

    post(EVENTS, body, "Idempotency-Key", "k1");
    Reply again = post(EVENTS, body, "Idempotency-Key", "k1");
    Reply other = post(EVENTS, body, "Idempotency-Key", "k2");
    Reply blank = post(EVENTS, body, "Idempotency-Key", " ");

    assertThat(again.body()).isEqualTo("{\"accepted\":0,\"duplicate\":2,\"rejected\":[]}");
    assertThat(other.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(blank.status()).isEqualTo(400);
    assertThat(counts()).isEqualTo(Map.of(" x s", 2L, " y s", 2L));
  }

  @Test
  void an_event_that_is_too_old_counts_now_and_is_called_late() throws Exception {
    Reply reply = post(EVENTS, "{\"code\":\"x\",\"source\":\"s\",\"at\":\"2026-06-01T00:00:00Z\"}");

    assertThat(reply.json().path("late").asInt()).isEqualTo(1);
    assertThat(counts()).isEqualTo(Map.of(" x s", 1L));
  }

  @Test
  void a_token_opens_what_its_scopes_say() throws Exception {
    settings = tokens(token("events-only", TOKEN, EnumSet.of(Scope.EVENTS), Set.of()));
    String event = "{\"code\":\"x\",\"source\":\"s\"}";
    String[] bearer = {"Authorization", "Bearer " + TOKEN};

    assertThat(post(EVENTS, event).status()).isEqualTo(401);
    assertThat(post(EVENTS, event, "Authorization", "Bearer wrong").status()).isEqualTo(401);
    assertThat(post(EVENTS, event, bearer).status()).isEqualTo(202);
    Reply plays = post("/api/v1/plays", "{\"source\":\"s\",\"count\":1}", bearer);
    assertThat(plays.status()).isEqualTo(403);
    assertThat(plays.json().path("detail").asText()).contains("events-only").contains("scopes");
    assertThat(post("/api/v1/ingest/alertmanager", "{}", bearer).status()).isEqualTo(403);
    assertThat(post("/api/v1/ingest/eventgrid", "{}", bearer).status()).isEqualTo(403);
  }

  @Test
  void a_token_reports_for_its_sources_only() throws Exception {
    settings = tokens(token("eu", TOKEN, EnumSet.allOf(Scope.class), Set.of("web-eu")));

    Reply reply =
        post(
            EVENTS,
            "[{\"code\":\"x\"},{\"code\":\"x\",\"source\":\"web-us\"},"
                + "{\"code\":\"x\",\"source\":\"web-eu\"}]",
            "Authorization",
            "Bearer " + TOKEN);

    assertThat(reply.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(reply.json().path("rejected").findValuesAsText("index")).containsExactly("0", "1");
    assertThat(reply.json().at("/rejected/1/reason").asText()).contains("web-us");
    assertThat(counts()).isEqualTo(Map.of(" x web-eu", 1L));
  }

  @Test
  void another_type_of_body_is_refused_only_where_a_browser_could_be_made_to_send_it()
      throws Exception {
    String event = "{\"code\":\"x\",\"source\":\"s\"}";
    int without = post(EVENTS, event, "Content-Type", "text/xml").status();
    settings = tokens(token("any", TOKEN, EnumSet.of(Scope.EVENTS), Set.of()));

    int with =
        post(EVENTS, event, "Content-Type", "text/xml", "Authorization", "Bearer " + TOKEN)
            .status();

    assertThat(without).isEqualTo(415);
    assertThat(with).isEqualTo(202);
  }

  @Test
  void tokens_change_without_a_restart() throws Exception {
    settings = tokens(token("old", "old-token-0123456789", EnumSet.of(Scope.EVENTS), Set.of()));
    String event = "{\"code\":\"x\",\"source\":\"s\"}";
    int before = post(EVENTS, event, "Authorization", "Bearer old-token-0123456789").status();

    settings = tokens(token("new", TOKEN, EnumSet.of(Scope.EVENTS), Set.of()));

    assertThat(before).isEqualTo(202);
    assertThat(post(EVENTS, event, "Authorization", "Bearer old-token-0123456789").status())
        .isEqualTo(401);
    assertThat(post(EVENTS, event, "Authorization", "Bearer " + TOKEN).status()).isEqualTo(202);
  }

  @Test
  void plays_are_counted() throws Exception {
    Reply reply =
        post(
            "/api/v1/plays",
            "[{\"source\":\"web\",\"count\":40},{\"source\":\"web\",\"count\":2}]");

    assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(store.sources(today())).extracting(source -> source.plays()).containsExactly(42L);
  }

  @Test
  void a_repeated_alert_counts_once() throws Exception {
    String alert =
        """
        {"version": "4", "status": "firing", "alerts": [{"status": "firing",
          "labels": {"alertname": "OriginDown", "job": "cdn"}, "annotations": {},
          "startsAt": "2026-06-10T12:00:00Z", "fingerprint": "f00"}]}
        """;

    Reply first = post("/api/v1/ingest/alertmanager", alert);
    Reply again = post("/api/v1/ingest/alertmanager", alert);

    assertThat(first.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(again.json().path("duplicate").asInt()).isEqualTo(1);
    assertThat(counts()).isEqualTo(Map.of(" OriginDown cdn", 1L));
  }

  /** The request and the answer of Microsoft's "Endpoint validation with Event Grid schema". */
  @Test
  void event_grid_gets_its_validation_code_back() throws Exception {
    Reply reply =
        post(
            "/api/v1/ingest/eventgrid",
            """
            [{"id": "2d1781af-3a4c-4d7c-bd0c-e34b19da4e66",
              "topic": "/subscriptions/x", "subject": "",
              "data": {"validationCode": "512d38b6-c7b8-40c8-89fe-f46f9e9622b6"},
              "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
              "eventTime": "2018-01-25T22:12:19.4556811Z",
              "metadataVersion": "1", "dataVersion": "1"}]
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"validationResponse\":\"512d38b6-c7b8-40c8-89fe-f46f9e9622b6\"}");
  }

  /** CloudEvents "HTTP 1.1 Web Hooks for Event Delivery", section 4. */
  @Test
  void cloud_events_get_their_handshake() throws Exception {
    settings = tokens(token("grid", TOKEN, EnumSet.of(Scope.EVENTGRID), Set.of()));
    start(HttpSettings.onLoopback(0));
    HttpRequest ask =
        HttpRequest.newBuilder(uri("/api/v1/ingest/eventgrid"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("WebHook-Request-Origin", "eventgrid.azure.net")
            .build();

    HttpResponse<String> response = client.send(ask, HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("WebHook-Allowed-Origin"))
        .hasValue("eventgrid.azure.net");
    assertThat(response.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
  }

  @Test
  void errors_of_live_events_are_counted() throws Exception {
    Reply reply =
        post(
            "/api/v1/ingest/eventgrid",
            """
            {"specversion": "1.0", "id": "e1", "source": "/subscriptions/x/mediaservices/acct",
             "type": "Microsoft.Media.LiveEventConnectionRejected", "subject": "liveEvent/a",
             "time": "2026-06-10T12:30:00Z",
             "data": {"resultCode": "MPE_INGEST_CODEC_NOT_SUPPORTED"}}
            """,
            "Content-Type",
            "application/cloudevents+json");

    assertThat(reply.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(counts().keySet()).singleElement().asString().endsWith(" acct");
  }

  @Test
  void events_of_sources_that_the_token_does_not_cover_are_listed_as_rejected() throws Exception {
    settings = tokens(token("grid", TOKEN, EnumSet.of(Scope.EVENTGRID), Set.of("ours")));
    String event =
        """
        {"topic": "/subscriptions/x/mediaservices/%s", "id": "%s", "eventType": "Failed",
         "eventTime": "2026-06-10T12:30:00Z",
         "data": {"resultCode": "0x20200194", "latencyResultCode": "0x8088002E"}}
        """;

    Reply reply =
        post(
            "/api/v1/ingest/eventgrid",
            "[" + event.formatted("theirs", "e1") + "," + event.formatted("ours", "e2") + ", 7]",
            "Authorization",
            "Bearer " + TOKEN);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
    assertThat(reply.json().path("rejected").findValuesAsText("index")).containsExactly("0", "2");
    assertThat(reply.json().at("/rejected/0/reason").asText())
        .isEqualTo("The token grid may not report for \"theirs\"; add it to the token's sources.");
  }

  @Test
  void a_full_disk_is_a_503_that_says_when_to_come_back() throws Exception {
    try (CountingQueue queue =
        CountingQueue.start(
            (batches, shed, now) -> {
              throw new StoreUnavailableException(
                  "The disk of the database is full.", new IOException("full"));
            },
            CLOCK)) {
      Reception reception = new Reception(CountingBot.resolver(), queue, CLOCK, System::nanoTime);
      IngestApi api = new IngestApi(reception, () -> settings, CLOCK);
      try (CountingBot refusing = new CountingBot(api)) {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + refusing.port() + EVENTS))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"x\",\"source\":\"s\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.body()).contains("The disk of the database is full.");
      }
    }
  }

  @Test
  void the_series_of_a_window_are_listed_as_the_contract_says() throws Exception {
    post(EVENTS, "{\"code\":\"0x20200194\",\"source\":\"web-eu\",\"count\":3}");

    Reply reply = get("/api/v1/series?window=24h");
    JsonNode series = reply.json().at("/series/0");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/window/to").asText()).isEqualTo("2026-06-10T12:35:00Z");
    assertThat(reply.json().path("more").asInt()).isZero();
    assertThat(series.path("code").asText()).isEqualTo("0x00200194");
    assertThat(series.path("system").asText()).isEqualTo("amp");
    assertThat(series.path("name").asText()).isEqualTo("networkErrHttpUrlNotFound");
    assertThat(series.path("source").asText()).isEqualTo("web-eu");
    assertThat(series.path("count").asInt()).isEqualTo(3);
    assertThat(series.path("before").asInt()).isZero();
    assertThat(series.path("firstSeen").asText()).isEqualTo("2026-06-10T12:34:56Z");
    assertThat(series.path("states").isArray()).isTrue();
    assertThat(series.path("owner").asText()).isEqualTo("player");
    assertThat(get("/api/v1/series?window=never").status()).isEqualTo(400);
    assertThat(get("/api/v1/series?limit=0").status()).isEqualTo(400);
  }

  @Test
  void a_picture_is_served_by_its_id() throws Exception {
    Reply known = get("/charts/known.png");

    assertThat(known.status()).isEqualTo(200);
    assertThat(get("/charts/unknown.png").status()).isEqualTo(404);
  }

  private record Reply(int status, String body) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  private void start(HttpSettings http) {
    bot = new CountingBot(store, CLOCK, () -> settings, http);
  }

  private URI uri(String path) {
    if (bot == null) {
      start(HttpSettings.onLoopback(0));
    }
    return URI.create("http://127.0.0.1:" + bot.port() + path);
  }

  private Reply get(String path) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  private Reply post(String path, String body, String... headers) throws Exception {
    return send(path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  private Reply send(String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).POST(body);
    request.header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  private Map<String, Long> counts() {
    Top top = store.top(TopQuery.of(today(), 1_000));
    return top.lines().stream()
        .collect(
            Collectors.toMap(
                line -> text(line.series().key()), Top.Line::count, Long::sum, TreeMap::new));
  }

  private static String text(SeriesKey key) {
    return key.system() + " " + key.code() + " " + key.source();
  }

  private static Interval today() {
    return new Interval(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofHours(1)));
  }

  private static IngestSettings tokens(IngestToken... tokens) {
    return new IngestSettings(
        List.of(tokens), false, new IngestSettings.BeaconSettings(false, List.of(), 60));
  }

  private static IngestToken token(
      String name, String secret, Set<Scope> scopes, Set<String> sources) {
    return new IngestToken(name, TokenHash.of(secret), scopes, sources);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
