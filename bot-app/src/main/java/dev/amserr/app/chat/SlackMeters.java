package dev.amserr.app.chat;

import dev.amserr.notify.Delivery;
import dev.amserr.slack.inbound.Refusal;
import dev.amserr.slack.inbound.SlackMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what happens at Slack's endpoint. */
final class SlackMeters implements SlackMetrics {

  private final MeterRegistry registry;

  SlackMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void refused(Refusal cause) {
    registry
        .counter("amserr.slack.refused", "cause", cause.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void answeredLater(Delivery delivery) {
    String outcome =
        delivery.fold(
            delivered -> "delivered",
            limited -> "rate_limited",
            rejected -> "rejected",
            unreachable -> "unreachable",
            unknown -> "unknown");
    registry.counter("amserr.slack.late.answers", "outcome", outcome).increment();
  }
}
