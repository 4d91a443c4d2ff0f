package dev.amserr.slack.inbound;

import dev.amserr.notify.Delivery;

/** Counts what happens at the endpoint. Must not throw and must not block. */
public interface SlackMetrics {

  /** A request was refused. */
  void refused(Refusal cause);

  /** An answer was not part of the response: what came of sending it afterwards. */
  void answeredLater(Delivery delivery);
}
