package dev.amserr.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.function.Function;

/** What came of one request to Discord. */
sealed interface Exchange {

  /**
   * Discord answered.
   *
   * @param body the answer's JSON; a missing node where it was none
   */
  record Answered(int status, HttpHeaders headers, JsonNode body) implements Exchange {}

  /** The request was certainly not written. */
  record NotSent(String reason) implements Exchange {}

  /** The request was written, at least in part, and no answer came. */
  record NoAnswer(String reason) implements Exchange {}

  /** One function per case. */
  default <T> T fold(
      Function<Answered, T> answered,
      Function<NotSent, T> notSent,
      Function<NoAnswer, T> noAnswer) {
    if (this instanceof Answered a) {
      return answered.apply(a);
    }
    return this instanceof NotSent n ? notSent.apply(n) : noAnswer.apply((NoAnswer) this);
  }
}
