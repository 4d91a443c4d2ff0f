package dev.amserr.recurrence;

import dev.amserr.storage.AuditEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of the store that keeps what is said of series: by the detector, and by people. Every
 * method throws {@link dev.amserr.storage.StoreUnavailableException} if the store does not answer.
 */
public interface SeriesStates {

  /** Until when the detector looked at everything; empty before its first look. */
  Optional<Instant> evaluatedUntil();

  /** The states of every series that is in one, by series, in the order of {@link StateKind}. */
  Map<Long, List<SeriesState>> openStates();

  /** The states of these series; without those that are in none. */
  Map<Long, List<SeriesState>> openStates(Collection<Long> series);

  /**
   * Keeps what an evaluation found, all in one transaction, with the lines it leaves in the history
   * ({@link SeriesEvent#of}) and the time until which was evaluated. Of several nodes that evaluate
   * the same minutes exactly one gets {@link Saved}; a state that another node evaluated is never
   * overwritten.
   *
   * @param before what {@link #evaluatedUntil} was when the evaluation began; null for empty
   * @param until until when it looked, later than {@code before}
   */
  Saving save(@Nullable Instant before, Instant until, List<StateChange> changes);

  /**
   * Changes what people did about a series, with a line of history and one of audit, all in one
   * transaction, if nobody changed it before.
   *
   * @param next the version after the one that is kept now
   */
  Replacement replace(long series, Handling next, SeriesEvent event, AuditEntry audit);

  /** The series whose status is {@link Handling.Status#RESOLVED}, by id. */
  List<Series> resolved();

  /** What became of an evaluation. */
  sealed interface Saving {

    /** One function per case. */
    default <T> T fold(Function<Saved, T> saved, Function<Overtaken, T> overtaken) {
      return this instanceof Saved s ? saved.apply(s) : overtaken.apply((Overtaken) this);
    }
  }

  /** It is kept. */
  record Saved() implements Saving {}

  /** Somebody else evaluated first, until then; nothing was kept. */
  record Overtaken(Instant evaluatedUntil) implements Saving {}

  /** What became of a change. */
  sealed interface Replacement {

    /** One function per case. */
    default <T> T fold(
        Function<Replaced, T> replaced, Function<Conflict, T> conflict, Function<Gone, T> gone) {
      if (this instanceof Replaced r) {
        return replaced.apply(r);
      }
      return this instanceof Conflict c ? conflict.apply(c) : gone.apply((Gone) this);
    }
  }

  /** It is kept. */
  record Replaced() implements Replacement {}

  /** Somebody else changed it first, to this; nothing was kept. */
  record Conflict(Handling now) implements Replacement {}

  /** There is no such series. */
  record Gone() implements Replacement {}
}
