package dev.amserr.slack.inbound;

/**
 * What to answer Slack.
 *
 * @param contentType empty where there is no body
 * @param body in UTF-8; empty for none
 */
public record SlackResponse(int status, String contentType, String body) {

  private static final SlackResponse ACKNOWLEDGED = new SlackResponse(200, "", "");

  /** Received, and nothing else to say. */
  static SlackResponse acknowledged() {
    return ACKNOWLEDGED;
  }

  /** Received, and this is the answer. */
  static SlackResponse json(String body) {
    return new SlackResponse(200, "application/json; charset=utf-8", body);
  }

  /**
   * Not taken, as RFC 9457 says it.
   *
   * @param detail a sentence of ours; nothing from outside
   */
  static SlackResponse problem(int status, String title, String detail) {
    return new SlackResponse(
        status,
        "application/problem+json; charset=utf-8",
        "{\"type\":\"about:blank\",\"title\":\""
            + title
            + "\",\"status\":"
            + status
            + ",\"detail\":\""
            + detail
            + "\"}");
  }
}
