package dev.amserr.notify;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to post, by cause, so that the caller can tell what to do next. */
public sealed interface Delivery {

  /**
   * The platform has taken it.
   *
   * @param messageId the platform's id of the message; null where it gives none
   */
  record Delivered(@Nullable String messageId) implements Delivery {
    /** The platform's id of the message, where it gives one. */
    public Optional<String> message() {
      return Optional.ofNullable(messageId);
    }
  }

  /** Not taken, and not to be tried before this time has passed. Not a failed attempt. */
  record RateLimited(Duration retryAfter) implements Delivery {
    public RateLimited {
      if (retryAfter.isNegative()) {
        throw new IllegalArgumentException("Can't wait " + retryAfter);
      }
    }
  }

  /** Not taken, and the same message will not be taken later either. */
  record Rejected(Cause cause, String reason) implements Delivery {
    public Rejected {
      Objects.requireNonNull(cause, "cause");
      requireReason(reason);
    }
  }

  /** Certainly not taken: no connection, or the platform's own failure. Worth another attempt. */
  record Unreachable(String reason) implements Delivery {
    public Unreachable {
      requireReason(reason);
    }
  }

  /** The request was written and no answer came: it may have been taken or not. */
  record Unknown(String reason) implements Delivery {
    public Unknown {
      requireReason(reason);
    }
  }

  /** Why a platform will never take a message. */
  enum Cause {
    /** Too long or too many parts: a smaller form may pass. */
    TOO_LARGE,
    /** The platform can't read what we sent. */
    INVALID,
    /** The bot may not post there. */
    FORBIDDEN,
    /** The token or the webhook is not valid, or no longer. */
    UNAUTHORIZED,
    /** The channel, webhook or message no longer exists. */
    GONE
  }

  /** One function per case. */
  default <T> T fold(
      Function<Delivered, T> delivered,
      Function<RateLimited, T> rateLimited,
      Function<Rejected, T> rejected,
      Function<Unreachable, T> unreachable,
      Function<Unknown, T> unknown) {
    if (this instanceof Delivered d) {
      return delivered.apply(d);
    }
    if (this instanceof RateLimited r) {
      return rateLimited.apply(r);
    }
    if (this instanceof Rejected r) {
      return rejected.apply(r);
    }
    if (this instanceof Unreachable u) {
      return unreachable.apply(u);
    }
    return unknown.apply((Unknown) this);
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A delivery that failed says why");
    }
  }
}
