package dev.amserr.recurrence.ingest;

import dev.amserr.recurrence.Occurrence;
import java.util.List;
import java.util.function.Function;

/** What Event Grid sent. */
public sealed interface EventGridIntake {

  /** One function per case. */
  default <R> R fold(
      Function<Handshake, R> handshake,
      Function<Events, R> events,
      Function<Unreadable, R> unreadable) {
    if (this instanceof Handshake h) {
      return handshake.apply(h);
    }
    return this instanceof Events e ? events.apply(e) : unreadable.apply((Unreadable) this);
  }

  /**
   * It wants to know whether the endpoint agrees; the answer is 200 with {@code
   * {"validationResponse": code}}.
   */
  record Handshake(String validationCode) implements EventGridIntake {}

  /**
   * Events.
   *
   * @param reports those that report errors
   * @param rejected those that can't be understood
   * @param ignored how many report no error
   */
  record Events(List<ErrorReport> reports, List<Rejection> rejected, int ignored)
      implements EventGridIntake {
    public Events {
      reports = List.copyOf(reports);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * An event that reports errors.
   *
   * @param index its place in what was sent, from 0
   * @param source who reports
   * @param occurrences the errors, at least one; all have that source
   */
  record ErrorReport(int index, String source, List<Occurrence> occurrences) {
    public ErrorReport {
      occurrences = List.copyOf(occurrences);
    }
  }

  /** Nothing that can be read. */
  record Unreadable(String reason) implements EventGridIntake {}
}
