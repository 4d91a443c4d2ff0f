package dev.amserr.app.chat;

import dev.amserr.discord.DiscordMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Counts what goes wrong between Discord and the bot, and says whether they are connected. */
final class DiscordMeters implements DiscordMetrics {

  private final MeterRegistry registry;
  private final Timer tooLate;
  private final Counter refused;
  private final Counter turnedAway;
  private final Counter disconnected;

  DiscordMeters(MeterRegistry registry) {
    this.registry = registry;
    this.tooLate =
        Timer.builder("amserr.discord.late.interactions")
            .description("Interactions that Discord had given up when the answer came, by age")
            .register(registry);
    this.refused = counter("amserr.discord.refused.answers", "Answers that Discord did not take");
    this.turnedAway =
        counter("amserr.discord.turned.away", "Interactions for which no thread was free");
    this.disconnected = counter("amserr.discord.disconnects", "Times that the connection was lost");
  }

  /** Shows whether commands can arrive in this process. */
  void showConnection(BooleanSupplier connected) {
    Gauge.builder("amserr.discord.connected", connected, now -> now.getAsBoolean() ? 1 : 0)
        .description("Whether this process holds the connection and commands can arrive")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void tooLate(Duration age) {
    tooLate.record(age);
  }

  @Override
  public void refused() {
    refused.increment();
  }

  @Override
  public void turnedAway() {
    turnedAway.increment();
  }

  @Override
  public void disconnected() {
    disconnected.increment();
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
