package dev.amserr.slack.inbound;

import java.nio.charset.StandardCharsets;

/** What to answer Slack. Immutable. */
public final class SlackResponse {

  private static final SlackResponse ACKNOWLEDGED = new SlackResponse(200, "", new byte[0]);

  private final int status;
  private final String contentType;
  private final byte[] body;

  private SlackResponse(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  /** Received, and nothing else to say. */
  static SlackResponse acknowledged() {
    return ACKNOWLEDGED;
  }

  /**
   * Received, and this is the answer.
   *
   * @param body in UTF-8, not to be changed afterwards
   */
  static SlackResponse json(byte[] body) {
    return new SlackResponse(200, "application/json; charset=utf-8", body);
  }

  /**
   * Not taken, as RFC 9457 says it.
   *
   * @param detail a sentence of ours; nothing from outside
   */
  static SlackResponse problem(int status, String title, String detail) {
    String json =
        "{\"type\":\"about:blank\",\"title\":\""
            + title
            + "\",\"status\":"
            + status
            + ",\"detail\":\""
            + detail
            + "\"}";
    return new SlackResponse(
        status, "application/problem+json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
  }

  public int status() {
    return status;
  }

  /** Empty where there is no body. */
  public String contentType() {
    return contentType;
  }

  /** In UTF-8, not to be changed; empty for none. */
  public byte[] body() {
    return body;
  }
}
