package dev.amserr.digest;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a schedule, as it is kept for good.
 *
 * @param disposition what became of it
 * @param reason why
 * @param snapshot what it told, frozen: the canonical JSON of a {@link DigestSnapshot}; empty for a
 *     run that was passed over
 * @param claimedBy the process that composed it
 * @param replacedBy the run that took its place; null unless combined
 */
public record DigestRun(
    RunId id,
    Occasion occasion,
    DigestWindow window,
    Disposition disposition,
    DueRun.Missed missed,
    String reason,
    String snapshot,
    String claimedBy,
    Instant claimedAt,
    @Nullable RunId replacedBy) {

  public DigestRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(occasion, "occasion");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(disposition, "disposition");
    Objects.requireNonNull(missed, "missed");
    Objects.requireNonNull(claimedAt, "claimedAt");
    if ((disposition == Disposition.COMBINED) != (replacedBy != null)) {
      throw new IllegalArgumentException("A combined run, and only that, names its replacement");
    }
  }

  /** Why a run came to be. */
  public enum Occasion {
    /** Its time had come. */
    SCHEDULED,
    /** Somebody asked for it; the windows of the schedule do not move. */
    ASKED_FOR
  }

  /** What became of a run. */
  public enum Disposition {
    /** Its messages went to the outbox. */
    POSTED,
    /** There was nothing to tell, so nothing was posted. */
    EMPTY,
    /** It was missed and not made up for. */
    PASSED_OVER,
    /** A later run took its place before anybody had seen it. */
    COMBINED
  }

  /** The run that took its place. */
  public Optional<RunId> replacement() {
    return Optional.ofNullable(replacedBy);
  }

  /** What became of it, in a few words: {@code posted, it is time}. */
  public String outcome() {
    return switch (disposition) {
      case POSTED -> "posted, " + reason;
      case EMPTY -> "had nothing to tell";
      case PASSED_OVER -> "passed over, " + reason;
      case COMBINED -> "combined into " + replacement().map(RunId::toString).orElse("a later run");
    };
  }

  /** The same of a run that had no destination: {@code kept in the console, asked for by Ana}. */
  public String outcomeWithoutDestinations() {
    return disposition == Disposition.POSTED ? "kept in the console, " + reason : outcome();
  }

  /** The same run, replaced by a later one. */
  public DigestRun combinedInto(RunId later) {
    return new DigestRun(
        id,
        occasion,
        window,
        Disposition.COMBINED,
        missed,
        reason,
        snapshot,
        claimedBy,
        claimedAt,
        later);
  }
}
