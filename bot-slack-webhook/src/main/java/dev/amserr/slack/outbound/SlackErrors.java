package dev.amserr.slack.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.Delivery.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Slack's refusals mean for a delivery: by the word, where we know it, else by the status.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage#errors">Errors of
 *     chat.postMessage</a>
 */
final class SlackErrors {

  /** How long to wait where Slack limits us without saying for how long. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final ObjectReader JSON = new ObjectMapper().reader();

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{1,63}");

  private static final Map<String, Cause> CAUSES =
      Map.ofEntries(
          Map.entry("msg_too_long", Cause.TOO_LARGE),
          Map.entry("msg_blocks_too_long", Cause.TOO_LARGE),
          Map.entry("too_many_attachments", Cause.TOO_LARGE),
          Map.entry("not_in_channel", Cause.FORBIDDEN),
          Map.entry("missing_scope", Cause.FORBIDDEN),
          Map.entry("no_permission", Cause.FORBIDDEN),
          Map.entry("access_denied", Cause.FORBIDDEN),
          Map.entry("ekm_access_denied", Cause.FORBIDDEN),
          Map.entry("action_prohibited", Cause.FORBIDDEN),
          Map.entry("posting_to_general_channel_denied", Cause.FORBIDDEN),
          Map.entry("restricted_action", Cause.FORBIDDEN),
          Map.entry("restricted_action_read_only_channel", Cause.FORBIDDEN),
          Map.entry("restricted_action_thread_locked", Cause.FORBIDDEN),
          Map.entry("restricted_action_thread_only_channel", Cause.FORBIDDEN),
          Map.entry("restricted_action_non_threadable_channel", Cause.FORBIDDEN),
          Map.entry("cant_update_message", Cause.FORBIDDEN),
          Map.entry("edit_window_closed", Cause.FORBIDDEN),
          Map.entry("invalid_auth", Cause.UNAUTHORIZED),
          Map.entry("not_authed", Cause.UNAUTHORIZED),
          Map.entry("invalid_token", Cause.UNAUTHORIZED),
          Map.entry("token_expired", Cause.UNAUTHORIZED),
          Map.entry("token_revoked", Cause.UNAUTHORIZED),
          Map.entry("account_inactive", Cause.UNAUTHORIZED),
          Map.entry("org_login_required", Cause.UNAUTHORIZED),
          Map.entry("channel_not_found", Cause.GONE),
          Map.entry("channel_is_archived", Cause.GONE),
          Map.entry("is_archived", Cause.GONE),
          Map.entry("message_not_found", Cause.GONE),
          Map.entry("expired_url", Cause.GONE),
          Map.entry("used_url", Cause.GONE),
          Map.entry("no_service", Cause.GONE),
          Map.entry("no_service_id", Cause.GONE),
          Map.entry("no_team", Cause.GONE),
          Map.entry("no_active_hooks", Cause.GONE));

  private SlackErrors() {}

  /** What an HTTP status other than success means. */
  static Delivery ofStatus(Exchange.Answered answer) {
    int status = answer.status();
    Optional<String> word = word(answer.body()).or(() -> refusal(answer.body()));
    String said = "Slack answered " + status + word.map(w -> " " + w).orElse("");
    if (status == 429) {
      return new Delivery.RateLimited(answer.pause().orElse(PAUSE));
    }
    if (status >= 500) {
      return new Delivery.Unreachable(said + ".");
    }
    Cause cause =
        word.flatMap(SlackErrors::cause)
            .orElse(
                switch (status) {
                  case 401 -> Cause.UNAUTHORIZED;
                  case 403 -> Cause.FORBIDDEN;
                  case 404, 410 -> Cause.GONE;
                  case 413 -> Cause.TOO_LARGE;
                  default -> Cause.INVALID;
                });
    return new Delivery.Rejected(cause, said + ". " + advice(cause));
  }

  /**
   * What a word of the Web API means.
   *
   * @param pause how long Slack wants to be left alone, where it says so
   */
  static Delivery ofWord(String error, Optional<Duration> pause) {
    String said = "Slack answered " + word(error).orElse("an error without a name");
    return switch (error) {
      case "ratelimited", "rate_limited", "message_limit_exceeded" ->
          new Delivery.RateLimited(pause.orElse(PAUSE));
      case "service_unavailable", "team_added_to_org" -> new Delivery.Unreachable(said + ".");
      case "internal_error", "fatal_error", "request_timeout" ->
          new Delivery.Unknown(said + ": it may have done what we asked.");
      default -> {
        Cause cause = cause(error).orElse(Cause.INVALID);
        yield new Delivery.Rejected(cause, said + ". " + advice(cause));
      }
    };
  }

  /** The name of the error in {@code {"ok": false, "error": "…"}}; empty for any other body. */
  static Optional<String> refusal(String body) {
    if (!body.startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode answer = JSON.readTree(body);
      return answer.path("ok").asBoolean(true)
          ? Optional.empty()
          : word(answer.path("error").asText());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** Slack's name of an error, if a text is one; other texts are never repeated. */
  static Optional<String> word(String text) {
    return Optional.of(text.strip()).filter(WORD.asMatchPredicate());
  }

  private static Optional<Cause> cause(String word) {
    return Optional.ofNullable(CAUSES.get(word));
  }

  private static String advice(Cause cause) {
    return switch (cause) {
      case TOO_LARGE -> "The message is too long.";
      case INVALID -> "It can't read the message; that is a mistake on our side.";
      case FORBIDDEN -> "Invite the bot to the channel, or give the app the scope it lacks.";
      case UNAUTHORIZED -> "Install the app again and configure its new token or webhook.";
      case GONE -> "The channel, webhook or message no longer exists: configure another.";
    };
  }
}
