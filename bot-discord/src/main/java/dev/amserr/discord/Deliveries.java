package dev.amserr.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.Delivery.Cause;

/**
 * Reads Discord's answers to a post by their cause (Discord's reference, "Opcodes and Status
 * Codes").
 */
final class Deliveries {

  private static final int REQUEST_TOO_LARGE = 40_005;

  private Deliveries() {}

  static Delivery of(Exchange.Answered answer, String bucket, RateLimits limits) {
    limits.learn(bucket, answer.headers());
    int status = answer.status();
    if (status >= 200 && status < 300) {
      JsonNode id = answer.body().path("id");
      return new Delivery.Delivered(id.isTextual() ? id.asText() : null);
    }
    return switch (status) {
      case 429 -> new Delivery.RateLimited(limits.refused(bucket, answer));
      case 401 ->
          new Delivery.Rejected(
              Cause.UNAUTHORIZED, reason(answer) + ". Put the bot's present token in place");
      case 403 ->
          new Delivery.Rejected(
              Cause.FORBIDDEN,
              reason(answer)
                  + ". Allow the bot View Channel, Send Messages, Embed Links, Attach Files and"
                  + " Read Message History in that channel");
      case 404, 410 ->
          new Delivery.Rejected(
              Cause.GONE, reason(answer) + ". Check the id of the channel in the configuration");
      case 413 -> new Delivery.Rejected(Cause.TOO_LARGE, reason(answer));
      case 502, 504 -> new Delivery.Unknown(reason(answer));
      default ->
          status >= 500
              ? new Delivery.Unreachable(reason(answer))
              : new Delivery.Rejected(cause(answer.body()), reason(answer));
    };
  }

  /** {@code Discord answered 403 (50013: Missing Permissions)}. */
  static String reason(Exchange.Answered answer) {
    JsonNode body = answer.body();
    String details =
        body.path("code").isInt()
            ? " (" + body.path("code").asInt() + ": " + body.path("message").asText() + ")"
            : "";
    return "Discord answered " + answer.status() + details;
  }

  private static Cause cause(JsonNode body) {
    boolean tooLong =
        body.path("code").asInt() == REQUEST_TOO_LARGE
            || body.path("errors").toString().contains("MAX_LENGTH")
            || body.path("errors").toString().contains("MAX_EMBED_SIZE_EXCEEDED");
    return tooLong ? Cause.TOO_LARGE : Cause.INVALID;
  }
}
