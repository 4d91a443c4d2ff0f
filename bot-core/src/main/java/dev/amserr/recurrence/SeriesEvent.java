package dev.amserr.recurrence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a series' history.
 *
 * @param state which state, for the two kinds that are about one; else null
 * @param why why it is in the state; null where {@code state} is
 * @param z of a SPIKE, the highest of 4, 5 and 6 for which the limit was reached by then; else 0
 * @param by who did it, as {@code platform:id}; empty for the bot itself
 * @param byName what they are called; empty for the bot itself
 * @param mute of a line of kind MUTED, for how long; off for others and where {@code note} says it
 * @param note what else there is to say; may be empty
 */
public record SeriesEvent(
    long series,
    Instant at,
    Kind kind,
    @Nullable StateKind state,
    @Nullable Why why,
    int z,
    String by,
    String byName,
    Mute mute,
    String note) {

  public SeriesEvent {
    Objects.requireNonNull(at, "at");
    boolean aboutState = kind == Kind.STATE_OPENED || kind == Kind.STATE_CLOSED;
    if (aboutState != (state != null && why != null)) {
      throw new IllegalArgumentException(kind + " with state " + state);
    }
    if (kind != Kind.MUTED && !mute.equals(Mute.off())) {
      throw new IllegalArgumentException(kind + " with " + mute);
    }
  }

  /** A line about what somebody did. */
  public SeriesEvent(
      long series, Instant at, Kind kind, String by, String byName, Mute mute, String note) {
    this(series, at, kind, null, null, 0, by, byName, mute, note);
  }

  /** What happened. */
  public enum Kind {
    STATE_OPENED,
    STATE_CLOSED,
    ACKNOWLEDGED,
    RESOLVED,
    MUTED,
    UNMUTED
  }

  /** The line that a change of state leaves; {@link StateChange.Renewed} leaves none. */
  public static Optional<SeriesEvent> of(StateChange change) {
    return change.fold(
        opened ->
            Optional.of(line(Kind.STATE_OPENED, change, opened.state(), opened.state().since())),
        renewed -> Optional.empty(),
        closed -> Optional.of(line(Kind.STATE_CLOSED, change, closed.state(), closed.at())));
  }

  private static SeriesEvent line(Kind kind, StateChange change, SeriesState state, Instant at) {
    return new SeriesEvent(
        change.series(),
        at,
        kind,
        state.kind(),
        state.why(),
        state.z(),
        "",
        "",
        Mute.off(),
        state.note());
  }
}
