package dev.amserr.recurrence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people did about a series.
 *
 * @param version counts the changes; 0 for none. Two who act at once meet here: one changes it.
 * @param status what was done last
 * @param by who did it, as {@code platform:id}; empty for nobody
 * @param byName what they are called; empty for nobody
 * @param at when; null for never
 * @param mute for how long nobody wants to hear of it
 */
public record Handling(
    long version, Status status, String by, String byName, @Nullable Instant at, Mute mute) {

  /** Nobody did anything. */
  public static final Handling NONE = new Handling(0, Status.OPEN, "", "", null, Mute.off());

  public Handling {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(mute, "mute");
    if (status != Status.OPEN && (at == null || by.isEmpty())) {
      throw new IllegalArgumentException(status + " by nobody");
    }
  }

  /**
   * Whether nobody needs to be told of a series: it is muted, or somebody acknowledged everything
   * that is said of it.
   *
   * @param states the states that the series is in
   * @param c60 its count of the last 60 minutes
   */
  public boolean covers(List<SeriesState> states, Instant now, long c60) {
    return mute.holds(now, c60)
        || (status == Status.ACKNOWLEDGED && states.stream().noneMatch(this::isNews));
  }

  /** Whether a state began after the last thing that somebody did about the series. */
  boolean isNews(SeriesState state) {
    return at == null || state.since().isAfter(at);
  }

  /** The same with another mute, one version later. */
  Handling with(Mute other) {
    return new Handling(version + 1, status, by, byName, at, other);
  }

  /** How far people are with a series. */
  public enum Status {
    /** Nobody took it. */
    OPEN,
    /** Somebody knows of it. */
    ACKNOWLEDGED,
    /** Somebody says it is over. */
    RESOLVED
  }
}
