package dev.amserr.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.amserr.text.BrokenJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as an endpoint sees it. Used by one thread. */
public final class Request {

  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String id;
  private final HttpServletRequest servlet;
  private final Map<String, String> path;
  private final BodyReader bodies;
  private final QueryString query;
  private BodyReader.@Nullable Body body;

  Request(String id, HttpServletRequest servlet, Map<String, String> path, BodyReader bodies) {
    this.id = id;
    this.servlet = servlet;
    this.path = path;
    this.bodies = bodies;
    this.query = new QueryString(servlet.getQueryString());
  }

  /** Joins the answer with the log. */
  public String id() {
    return id;
  }

  /** A variable of the path, percent-decoded. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name);
    }
    return value;
  }

  /** The first value of a query parameter. */
  public Optional<String> query(String name) {
    return query.first(name);
  }

  /** A query parameter without which the request makes no sense. */
  public String requiredQuery(String name) {
    return query(name)
        .orElseThrow(() -> new RequestRefused(400, "The query parameter " + name + " is missing."));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(servlet.getHeader(name));
  }

  /** The media type of the body, lower case and without parameters; empty for none. */
  public String mediaType() {
    return BodyReader.mediaType(servlet.getContentType());
  }

  /** The address of whoever holds the other end of the connection. */
  public String peer() {
    return servlet.getRemoteAddr();
  }

  /**
   * The body, to the byte.
   *
   * @throws RequestRefused if it is too long, compressed, or does not come in time
   */
  public byte[] body() {
    if (body == null) {
      try {
        body = bodies.read(servlet);
      } catch (IOException e) {
        throw BodyReader.broken(e);
      }
    }
    return body.bytes;
  }

  /** Its answer is there: others may have the room that its body took. */
  void answered() {
    if (body != null) {
      bodies.room().answering().release(body.taken);
    }
  }

  /**
   * The body as text.
   *
   * @throws RequestRefused if it is not UTF-8
   */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body())).toString();
    } catch (CharacterCodingException e) {
      throw new RequestRefused(400, "The body is not UTF-8 text.");
    }
  }

  /**
   * The body as JSON.
   *
   * @throws RequestRefused if it is anything else
   */
  public JsonNode json() {
    String text = text();
    try {
      JsonNode node = JSON.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new RequestRefused(400, "The body is empty. Send JSON.");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new RequestRefused(400, BrokenJson.sentence(e));
    }
  }

  /** A field of a JSON body that must be there and be a text. */
  public static String requiredText(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new RequestRefused(400, "The body needs the field \"" + field + "\", which is a text.");
    }
    return value.textValue();
  }
}
