package dev.amserr.digest;

import dev.amserr.recurrence.StateKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong for one owner at the same time, told in one message: begins with a first alert,
 * takes in those that begin while it lasts, and is over when all of them are.
 *
 * @param id names it for good
 * @param owner the id of a team; empty for nobody
 * @param telling whether it is posted
 * @param version counts its changes, from 1
 * @param closed when it was over; null while it lasts
 */
public record Incident(
    String id,
    String destination,
    String owner,
    Telling telling,
    long version,
    Instant opened,
    @Nullable Instant closed,
    List<Alert> alerts) {

  public Incident {
    alerts = List.copyOf(alerts);
    if (alerts.isEmpty() || version < 1) {
      throw new IllegalArgumentException("An incident has alerts and a version from 1: " + id);
    }
  }

  /** Whether people are told. */
  public enum Telling {
    POSTED,
    /**
     * There were too many within the hour. As soon as there is room it gives way to one that is
     * posted, with what still lasts of it; the next one that is posted says how many were not.
     */
    WITHHELD
  }

  /**
   * A state of a series.
   *
   * @param text the line about it, as plain text
   * @param over when it was over; null while it lasts
   * @param ending why it is over, such as {@code acknowledged by Ana}; empty while it lasts
   */
  public record Alert(
      long series,
      StateKind kind,
      Instant since,
      String text,
      @Nullable Instant over,
      String ending) {

    boolean isSame(long otherSeries, StateKind otherKind, Instant otherSince) {
      return series == otherSeries && kind == otherKind && since.equals(otherSince);
    }

    Alert over(Instant at, String why) {
      return new Alert(series, kind, since, text, at, why);
    }
  }

  boolean isPosted() {
    return telling == Telling.POSTED;
  }

  boolean has(Alert alert) {
    return alerts.stream().anyMatch(a -> a.isSame(alert.series(), alert.kind(), alert.since()));
  }

  /** When it was over; empty while it lasts. */
  public Optional<Instant> end() {
    return Optional.ofNullable(closed);
  }

  /** The next version, with these alerts; over as soon as all of them are. */
  Incident with(List<Alert> now, Instant at) {
    boolean over = now.stream().allMatch(alert -> alert.over() != null);
    return new Incident(
        id, destination, owner, telling, version + 1, opened, over ? at : null, now);
  }
}
