package dev.amserr.slack.outbound;

import dev.amserr.notify.Delivery;
import java.time.Duration;
import java.util.Optional;

/** Questions about a delivery. */
final class Deliveries {

  private Deliveries() {}

  /** The id of the message, if it was delivered and has one. */
  static Optional<String> messageId(Delivery delivery) {
    return delivery.fold(
        Delivery.Delivered::message,
        limited -> Optional.empty(),
        rejected -> Optional.empty(),
        unreachable -> Optional.empty(),
        unknown -> Optional.empty());
  }

  /** Whether it was refused for that cause. */
  static boolean isRejected(Delivery delivery, Delivery.Cause cause) {
    return delivery.fold(
        delivered -> false,
        limited -> false,
        rejected -> rejected.cause() == cause,
        unreachable -> false,
        unknown -> false);
  }

  /** How long to wait, if it was limited. */
  static Optional<Duration> pause(Delivery delivery) {
    return delivery.fold(
        delivered -> Optional.empty(),
        limited -> Optional.of(limited.retryAfter()),
        rejected -> Optional.empty(),
        unreachable -> Optional.empty(),
        unknown -> Optional.empty());
  }

  /**
   * How long to wait before trying again what certainly was not taken; empty where that is no use.
   *
   * @param backOff the shortest wait; longer after several attempts
   */
  static Optional<Duration> untilNext(Delivery delivery, Duration backOff, int attempts) {
    return delivery.fold(
        delivered -> Optional.empty(),
        limited ->
            Optional.of(
                limited.retryAfter().compareTo(backOff) < 0 ? backOff : limited.retryAfter()),
        rejected -> Optional.empty(),
        unreachable -> Optional.of(backOff.multipliedBy(attempts)),
        unknown -> Optional.empty());
  }

  /** Why nothing was delivered, for a log. */
  static String reason(Delivery delivery) {
    return delivery.fold(
        delivered -> "It was delivered.",
        limited -> "Slack limits us for " + limited.retryAfter().toSeconds() + " s.",
        Delivery.Rejected::reason,
        Delivery.Unreachable::reason,
        Delivery.Unknown::reason);
  }
}
