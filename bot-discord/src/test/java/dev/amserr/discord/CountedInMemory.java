package dev.amserr.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was counted. */
final class CountedInMemory implements DiscordMetrics {

  final List<Duration> tooLate = new CopyOnWriteArrayList<>();
  final AtomicInteger refused = new AtomicInteger();
  final AtomicInteger turnedAway = new AtomicInteger();
  final AtomicInteger disconnected = new AtomicInteger();

  @Override
  public void tooLate(Duration age) {
    tooLate.add(age);
  }

  @Override
  public void refused() {
    refused.incrementAndGet();
  }

  @Override
  public void turnedAway() {
    turnedAway.incrementAndGet();
  }

  @Override
  public void disconnected() {
    disconnected.incrementAndGet();
  }
}
