package dev.amserr.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.app.http.Operation.Outcome;
import dev.amserr.app.http.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of a server, made of the declarations that it serves by. */
final class OpenApi {

  private static final String PATH = "/openapi.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Schema PROBLEM =
      Schema.object()
          .field("type", Schema.text())
          .field("title", Schema.text())
          .field("status", Schema.integer())
          .field("detail", Schema.text())
          .field("requestId", Schema.text())
          .described("RFC 9457")
          .named("Problem");

  private final Map<String, Schema> schemas = new TreeMap<>();

  private OpenApi() {}

  /** The route that serves the document of these routes and of itself. */
  static Route route(List<Route> others) {
    List<Route> all = new ArrayList<>(others);
    Route self =
        Route.get(
            PATH,
            Protection.open(),
            Operation.of("openApi", "What is served, as OpenAPI")
                .answers(200, "This document", Schema.object()),
            request -> Answer.empty(204));
    all.add(self);
    byte[] document = new OpenApi().document(all).toString().getBytes(StandardCharsets.UTF_8);
    return Route.get(PATH, self.protection(), self.operation(), request -> Answer.json(document));
  }

  private ObjectNode document(List<Route> routes) {
    ObjectNode document = JSON.objectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "amserr")
        .put("version", "1")
        .put("description", "The error desk of a streaming team's chat.");
    ObjectNode paths = document.putObject("paths");
    Set<String> ids = new HashSet<>();
    for (Route route : routes) {
      if (!ids.add(route.operation().id())) {
        throw new IllegalArgumentException("Two operations have the id " + route.operation().id());
      }
      String method = route.method().name().toLowerCase(Locale.ROOT);
      paths.withObject(pointer(route.path())).set(method, operation(route));
    }
    ObjectNode components = document.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    ObjectNode named = components.putObject("schemas");
    schemas.forEach((name, schema) -> named.set(name, schema.node()));
    return document;
  }

  private ObjectNode operation(Route route) {
    Operation operation = route.operation();
    ObjectNode node = JSON.objectNode();
    node.put("operationId", operation.id());
    node.put("summary", operation.summary());
    if (route.protection().isGuarded()) {
      ArrayNode either = node.putArray("security");
      either.addObject().putArray("token");
      either.addObject();
    }
    if (!operation.parameters().isEmpty()) {
      ArrayNode parameters = node.putArray("parameters");
      operation.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    }
    Schema body = operation.body();
    if (body != null) {
      ObjectNode request = node.putObject("requestBody").put("required", true);
      ObjectNode content = request.putObject("content");
      route.bodyTypes().stream().sorted().forEach(type -> media(content, type, body));
    }
    answers(node.putObject("responses"), route);
    return node;
  }

  private void answers(ObjectNode responses, Route route) {
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    route.operation().outcomes().forEach(outcome -> outcomes.put(outcome.status(), outcome));
    refusals(route).forEach(status -> outcomes.putIfAbsent(status, refusal(status)));
    outcomes.forEach(
        (status, outcome) -> {
          ObjectNode response = responses.putObject(Integer.toString(status));
          response.put("description", outcome.description());
          if (outcome.mediaType().equals(Problem.MEDIA_TYPE)) {
            media(response.putObject("content"), Problem.MEDIA_TYPE, PROBLEM);
          } else if (!outcome.mediaType().isEmpty()) {
            media(response.putObject("content"), outcome.mediaType(), outcome.schema());
          }
        });
  }

  /** What the server itself answers before an endpoint is asked, or in its place. */
  private static List<Integer> refusals(Route route) {
    List<Integer> all = new ArrayList<>(List.of(500));
    boolean asksSomething =
        route.operation().body() != null || !route.operation().parameters().isEmpty();
    if (asksSomething) {
      all.add(400);
    }
    if (route.operation().body() != null) {
      all.addAll(List.of(408, 413, 415, 503));
    }
    if (route.protection().kind() == Protection.Kind.OPEN) {
      all.add(403);
    }
    if (route.protection().isGuarded()) {
      all.addAll(List.of(401, 403));
    }
    return all;
  }

  private static Outcome refusal(int status) {
    return new Outcome(status, HttpStatus.getMessage(status), Problem.MEDIA_TYPE, null);
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode node = JSON.objectNode();
    node.put("name", parameter.name());
    node.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
    node.put("description", parameter.description());
    node.put("required", parameter.required());
    node.set("schema", Schema.text().node());
    return node;
  }

  private void media(ObjectNode content, String type, @Nullable Schema schema) {
    ObjectNode media = content.putObject(type);
    if (schema != null) {
      keep(schema);
      media.set("schema", schema.node());
    }
  }

  private void keep(Schema schema) {
    schema
        .references()
        .forEach(
            (name, referred) -> {
              if (schemas.put(name, referred) == null) {
                keep(referred);
              }
            });
  }

  /** A path as one step of a JSON pointer. */
  private static String pointer(String path) {
    return "/" + path.replace("~", "~0").replace("/", "~1");
  }
}
