package dev.amserr.notify;

import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to become of a message, and why. */
public sealed interface Verdict {

  /** Why, as a sentence for people. */
  String reason();

  /**
   * It was posted.
   *
   * @param messageId the platform's id; null where it gives none
   * @param laneOpens before this, nothing else goes out on the lane
   */
  record Sent(@Nullable String messageId, Instant laneOpens, String reason) implements Verdict {
    public Sent {
      requireReason(laneOpens, reason);
    }
  }

  /** It was not posted and may be after that time. */
  record Wait(Instant until, Kind kind, String reason) implements Verdict {
    public Wait {
      requireReason(until, reason);
      Objects.requireNonNull(kind, "kind");
    }

    /** What is waited for. */
    public enum Kind {
      /** A rate limit or a turn: no attempt has failed. */
      TURN,
      /** The next attempt after one that failed. */
      NEXT_ATTEMPT
    }
  }

  /** Nobody knows yet whether it was posted; to be looked into after that time. */
  record Unsure(Instant lookAgain, String reason) implements Verdict {
    public Unsure {
      requireReason(lookAgain, reason);
    }
  }

  /** Nobody can know whether it was posted, so it is left alone. */
  record Hold(String reason) implements Verdict {
    public Hold {
      requireReason(Instant.EPOCH, reason);
    }
  }

  /** It will never be posted. */
  record Dead(Reach reach, String reason) implements Verdict {
    public Dead {
      requireReason(Instant.EPOCH, reason);
      Objects.requireNonNull(reach, "reach");
    }

    /** Whom the cause concerns. */
    public enum Reach {
      /** This message. */
      MESSAGE,
      /** Everything that waits for the channel, which no longer exists. */
      LANE
    }
  }

  /** It was too large; this smaller form takes its place. */
  record Shrink(Reply smaller, String reason) implements Verdict {
    public Shrink {
      Objects.requireNonNull(smaller, "smaller");
      requireReason(Instant.EPOCH, reason);
    }
  }

  /** One function per case. */
  default <T> T fold(
      Function<Sent, T> sent,
      Function<Wait, T> wait,
      Function<Unsure, T> unsure,
      Function<Hold, T> hold,
      Function<Dead, T> dead,
      Function<Shrink, T> shrink) {
    if (this instanceof Sent s) {
      return sent.apply(s);
    }
    if (this instanceof Wait w) {
      return wait.apply(w);
    }
    if (this instanceof Unsure u) {
      return unsure.apply(u);
    }
    if (this instanceof Hold h) {
      return hold.apply(h);
    }
    if (this instanceof Dead d) {
      return dead.apply(d);
    }
    return shrink.apply((Shrink) this);
  }

  private static void requireReason(Instant time, String reason) {
    Objects.requireNonNull(time, "time");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A verdict says why");
    }
  }
}
