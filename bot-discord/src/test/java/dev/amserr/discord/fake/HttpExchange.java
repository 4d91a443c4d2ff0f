package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One request to the loopback server and what is answered. */
final class HttpExchange {

  static final ObjectMapper JSON = new ObjectMapper();

  private HttpExchange() {}

  /**
   * A request.
   *
   * @param headers by name in lower case
   */
  record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Content body) {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body as JSON, or the {@code payload_json} of a form. */
    JsonNode json() {
      try {
        Content json = isForm() ? Multipart.parse(header("content-type"), body).json() : body;
        return JSON.readTree(
            json.length() == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : json.bytes());
      } catch (IOException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }

    /** The files of a form by their index. */
    Map<Integer, Multipart.File> files() {
      return isForm() ? Multipart.parse(header("content-type"), body).files() : Map.of();
    }

    private boolean isForm() {
      return header("content-type").startsWith("multipart/form-data");
    }
  }

  /** An answer. */
  record Response(int status, Map<String, String> headers, Content body) {

    static Response empty(int status) {
      return new Response(status, Map.of(), Content.NONE);
    }

    static Response json(int status, JsonNode body) {
      return new Response(
          status, Map.of("Content-Type", "application/json"), Content.of(body.toString()));
    }

    /** Discord's form of an error. */
    static Response error(int status, int code, String message) {
      return json(status, JSON.createObjectNode().put("message", message).put("code", code));
    }

    Response with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Response(status, more, body);
    }
  }
}
