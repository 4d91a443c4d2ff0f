package dev.amserr.slack.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.notify.Delivery;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls methods of Slack's Web API with the bot token. Thread-safe. */
final class WebApi {

  private final SlackHttp http;
  private final URI apiUrl;
  private final String token;
  private final ObjectMapper mapper = new ObjectMapper();

  WebApi(SlackHttp http, URI apiUrl, String token) {
    this.http = http;
    this.apiUrl = apiUrl;
    this.token = token;
  }

  /** What a call came to. */
  sealed interface Result {

    /** One function per case. */
    default <T> T fold(Function<Done, T> done, Function<Failed, T> failed) {
      return this instanceof Done d ? done.apply(d) : failed.apply((Failed) this);
    }
  }

  /** Slack did it, and answered this. */
  record Done(JsonNode answer) implements Result {}

  /** Why it was not done, or not certainly. Never {@link Delivery.Delivered}. */
  record Failed(Delivery delivery) implements Result {
    String reason() {
      return Deliveries.reason(delivery);
    }
  }

  /** Calls a method with arguments as JSON. */
  Result json(String method, String body) {
    return call(method, "application/json; charset=utf-8", body);
  }

  /** Calls a method with arguments as a form, which every method takes. */
  Result form(String method, Map<String, String> arguments) {
    String body =
        arguments.entrySet().stream()
            .map(a -> encoded(a.getKey()) + "=" + encoded(a.getValue()))
            .collect(Collectors.joining("&"));
    return call(method, "application/x-www-form-urlencoded", body);
  }

  private Result call(String method, String contentType, String body) {
    return http.post(
            apiUrl.resolve(method),
            contentType,
            body.getBytes(StandardCharsets.UTF_8),
            Map.of("Authorization", "Bearer " + token))
        .join()
        .fold(
            this::result,
            notSent -> new Failed(new Delivery.Unreachable(notSent.reason() + ".")),
            noAnswer -> new Failed(new Delivery.Unknown(noAnswer.reason() + ".")));
  }

  private Result result(Exchange.Answered answer) {
    Optional<JsonNode> read = answer.status() == 200 ? read(answer.body()) : Optional.empty();
    if (answer.status() != 200) {
      return new Failed(SlackErrors.ofStatus(answer));
    }
    if (read.isEmpty() || !read.get().has("ok")) {
      return new Failed(
          new Delivery.Unknown("The answer is not Slack's: something stands between us."));
    }
    return read.get().path("ok").asBoolean()
        ? new Done(read.get())
        : new Failed(SlackErrors.ofWord(read.get().path("error").asText(), answer.pause()));
  }

  private Optional<JsonNode> read(String body) {
    try {
      return Optional.of(mapper.readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
