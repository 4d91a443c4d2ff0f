package dev.amserr.recurrence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state that a series is in, with its reason.
 *
 * @param since when it began, to the minute for what is found each minute
 * @param why the reason when it was last renewed
 * @param z of a SPIKE, the highest of 4, 5 and 6 for which the limit was reached since it began;
 *     else 0
 * @param note what else a reader should know, such as {@code daily about 02:10}; may be empty
 * @param calmSince of a SPIKE, since when the count is below half the limit; null if it is not
 */
public record SeriesState(
    StateKind kind, Instant since, Why why, int z, String note, @Nullable Instant calmSince) {

  public SeriesState {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(note, "note");
    if ((kind == StateKind.SPIKE) != (z >= 4 && z <= 6) || (kind != StateKind.SPIKE && z != 0)) {
      throw new IllegalArgumentException("z of a " + kind + " is not " + z);
    }
    if (kind != StateKind.SPIKE && calmSince != null) {
      throw new IllegalArgumentException("only a SPIKE calms down, not a " + kind);
    }
  }

  /** A state that needs no more than its reason. */
  public static SeriesState of(StateKind kind, Instant since, Why why) {
    return new SeriesState(kind, since, why, 0, "", null);
  }

  /** A state with a note. */
  public static SeriesState of(StateKind kind, Instant since, Why why, String note) {
    return new SeriesState(kind, since, why, 0, note, null);
  }
}
