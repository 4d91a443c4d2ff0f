package dev.amserr.notify;

import java.time.Instant;
import java.util.List;

/** Is told what became of each message, after that was kept: for counting, and for notices. */
@FunctionalInterface
public interface DeliveryObserver {

  /**
   * A message was settled.
   *
   * @param entry as it was before
   */
  void settled(OutboxEntry entry, Verdict verdict, Instant at);

  /** Tells them one after the other. */
  static DeliveryObserver all(List<DeliveryObserver> observers) {
    return (entry, verdict, at) ->
        observers.forEach(observer -> observer.settled(entry, verdict, at));
  }
}
