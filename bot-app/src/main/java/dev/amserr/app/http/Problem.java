package dev.amserr.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request was not answered as asked (RFC 9457).
 *
 * @param detail a sentence for whoever sent it: what is wrong and what to do
 * @param headers to be sent with it
 */
public record Problem(int status, String detail, Map<String, String> headers) {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    headers = Map.copyOf(headers);
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("Not the status of a problem: " + status);
    }
  }

  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of());
  }

  /** The same with a header. */
  public Problem with(String header, String value) {
    return new Problem(status, detail, Map.of(header, value));
  }

  /**
   * The answer.
   *
   * @param requestId joins it with the log
   */
  Answer answer(String requestId) {
    Answer answer = Answer.of(status, MEDIA_TYPE, json(requestId));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.header(header.getKey(), header.getValue());
    }
    return answer;
  }

  byte[] json(String requestId) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", "about:blank");
    node.put("title", HttpStatus.getMessage(status));
    node.put("status", status);
    node.put("detail", detail);
    node.put("requestId", requestId);
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
