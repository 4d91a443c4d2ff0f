package dev.amserr.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.amserr.storage.StoreUnavailableException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with a route of every kind. */
final class TestServer implements AutoCloseable {

  final AtomicInteger changes = new AtomicInteger();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpServer server;

  TestServer(HttpSettings settings, Routes... others) {
    this(settings, BearerTokens.none(), others);
  }

  TestServer(HttpSettings settings, BearerTokens ingest, Routes... others) {
    List<Routes> features = new ArrayList<>(List.of(others));
    features.add(() -> routes(ingest));
    features.add(new MetricsApi(meters));
    server =
        HttpServer.start(
            settings,
            features,
            new HttpMetrics(meters),
            new RequestIds(new Random(1)),
            System::nanoTime);
  }

  int port() {
    return server.port();
  }

  HttpServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  static JsonNode json(RawHttp.Response response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  private List<Route> routes(BearerTokens ingest) {
    return List.of(
        Route.get("/open", Protection.open(), Operation.of("open", "Open"), r -> said("open")),
        Route.get("/probe", Protection.probe(), Operation.of("probe", "Probe"), r -> said("up")),
        Route.get(
            "/echo/{name}",
            Protection.open(),
            Operation.of("echo", "Echo").path("name", "A name").query("q", "A text"),
            r -> said(r.path("name") + " " + r.requiredQuery("q"))),
        Route.get(
            "/private",
            Protection.privateData(),
            Operation.of("readPrivate", "Private"),
            r -> said("private")),
        Route.post(
            "/change", Protection.changes(), Operation.of("change", "Changes"), this::change),
        Route.post(
            "/ingest",
            Protection.changes(ingest),
            Operation.of("ingest", "Has tokens of its own"),
            this::change),
        Route.post(
                "/signed",
                Protection.signed(),
                Operation.of("signed", "Judges itself"),
                r -> said(r.text()))
            .withBodyBytes(10),
        Route.get(
            "/broken",
            Protection.open(),
            Operation.of("broken", "Fails"),
            r -> {
              throw new IllegalStateException("secret detail");
            }),
        Route.get(
            "/storeless",
            Protection.open(),
            Operation.of("storeless", "Needs the store"),
            r -> {
              throw new StoreUnavailableException("gone", new IOException("refused"));
            }));
  }

  private Answer change(Request request) {
    JsonNode json = request.json();
    changes.incrementAndGet();
    return Answer.json(json);
  }

  private static Answer said(String text) {
    return Answer.json(JsonNodeFactory.instance.objectNode().put("said", text));
  }
}
