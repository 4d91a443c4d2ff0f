package dev.amserr.command;

import dev.amserr.command.reply.ActionId;
import dev.amserr.storage.ShortLivedRecords;
import java.time.Duration;
import java.util.Objects;

/**
 * The declaration of what a button or a menu does.
 *
 * @param name 1 to 32 of a-z, 0-9 and -, a letter first
 * @param access who may; checked when it is used, not when it is shown
 * @param uses how often it works
 * @param life how long it works, at most {@link ShortLivedRecords#LONGEST_LIFE}
 */
public record ActionSpec(String name, AccessRule access, Uses uses, Duration life) {

  public ActionSpec {
    ActionId.requireAction(name);
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(uses, "uses");
    if (life.isNegative() || life.isZero() || life.compareTo(ShortLivedRecords.LONGEST_LIFE) > 0) {
      throw new IllegalArgumentException(
          name + " must live for up to " + ShortLivedRecords.LONGEST_LIFE + ", not " + life);
    }
  }

  /** How often an action works. */
  public enum Uses {
    /** Once, whoever comes first, on any number of nodes and deliveries. */
    ONCE,
    /** As often as it is used; doing it twice must be the same as doing it once. */
    REPEATED
  }

  /** Works once within a day, for everyone. */
  public static ActionSpec once(String name) {
    return new ActionSpec(name, AccessRule.everyone(), Uses.ONCE, Duration.ofDays(1));
  }

  /** Works for seven days, for everyone. */
  public static ActionSpec repeated(String name) {
    return new ActionSpec(
        name, AccessRule.everyone(), Uses.REPEATED, ShortLivedRecords.LONGEST_LIFE);
  }

  /** The same, for these people. */
  public ActionSpec access(AccessRule rule) {
    return new ActionSpec(name, rule, uses, life);
  }

  /** The same, for so long. */
  public ActionSpec lasting(Duration time) {
    return new ActionSpec(name, access, uses, time);
  }
}
