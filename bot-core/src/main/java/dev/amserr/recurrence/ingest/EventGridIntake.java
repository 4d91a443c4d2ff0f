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
   * @param occurrences the errors that they report
   * @param rejected those that can't be understood
   * @param ignored how many report no error
   */
  record Events(List<Occurrence> occurrences, List<Rejection> rejected, int ignored)
      implements EventGridIntake {
    public Events {
      occurrences = List.copyOf(occurrences);
      rejected = List.copyOf(rejected);
    }
  }

  /** Nothing that can be read. */
  record Unreadable(String reason) implements EventGridIntake {}
}
