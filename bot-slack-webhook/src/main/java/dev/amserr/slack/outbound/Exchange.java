package dev.amserr.slack.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP request. The reasons name no URL. */
sealed interface Exchange {

  /**
   * An answer came.
   *
   * @param retryAfter how long the server wants to be left alone; null where it does not say
   */
  record Answered(int status, String body, @Nullable Duration retryAfter) implements Exchange {
    Optional<Duration> pause() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /** The request certainly did not leave. */
  record NotSent(String reason) implements Exchange {}

  /** The request left, at least in part, and no answer came. */
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
