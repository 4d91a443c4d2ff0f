package dev.amserr.slack.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log, once an hour at most, that a signing secret other than the first is still in
 * use: as long as it does, that secret can't be taken out. Thread-safe.
 */
final class FormerSecretLog {

  private static final Logger LOG = LoggerFactory.getLogger(FormerSecretLog.class);
  private static final Duration QUIET = Duration.ofHours(1);

  private final Clock clock;
  private final Consumer<String> log;
  private final AtomicLong quietUntil = new AtomicLong(Long.MIN_VALUE);

  FormerSecretLog(Clock clock) {
    this(clock, LOG::info);
  }

  FormerSecretLog(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * A request was taken.
   *
   * @param secret which of the configured secrets it was signed with, from 1
   */
  void taken(int secret) {
    if (secret > 1 && isDue()) {
      log.accept(
          "Slack: requests are still signed with signing secret "
              + secret
              + " of slack.signingSecrets: keep it");
    }
  }

  private boolean isDue() {
    long now = clock.millis();
    long until = quietUntil.get();
    return now >= until && quietUntil.compareAndSet(until, now + QUIET.toMillis());
  }
}
