package dev.amserr.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an endpoint answers. Immutable. */
public final class Answer {

  private static final String JSON = "application/json";

  private final int status;
  private final String mediaType;
  private final byte[] body;
  private final Map<String, String> headers;

  private Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.headers = headers;
  }

  /**
   * Bytes of some media type.
   *
   * @param body not to be changed afterwards
   */
  public static Answer of(int status, String mediaType, byte[] body) {
    return new Answer(status, mediaType, body, Map.of());
  }

  /** 200 with JSON. */
  public static Answer json(JsonNode node) {
    return json(200, node);
  }

  public static Answer json(int status, JsonNode node) {
    return of(status, JSON, node.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with JSON that is written already, in UTF-8. */
  public static Answer json(byte[] written) {
    return of(200, JSON, written);
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A status alone. */
  public static Answer empty(int status) {
    return of(status, "", new byte[0]);
  }

  /** The same with a header, in place of one of that name that the server would send. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, mediaType, body, Map.copyOf(more));
  }

  public int status() {
    return status;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
