package dev.amserr.app.chat;

import dev.amserr.discord.DiscordBot;
import dev.amserr.discord.DiscordNotifier;
import dev.amserr.discord.DiscordSettings;
import dev.amserr.notify.Messenger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord: the connection, kept up, and posting to its channels. Connecting can take half a minute;
 * it has a thread of its own, so that nobody waits for it.
 */
public final class DiscordPlatform implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordPlatform.class);
  private static final Duration TO_STOP = Duration.ofSeconds(5);

  private final DiscordBot bot;
  private final DiscordNotifier notifier;
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "discord-connection");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> attempt;
  private volatile String refusal = "";

  /**
   * Discord as it is configured, not connected yet.
   *
   * @param token of the bot
   */
  public DiscordPlatform(
      dev.amserr.app.config.DiscordSettings configured,
      String token,
      ChatDesk desk,
      MeterRegistry meters) {
    DiscordSettings settings =
        new DiscordSettings(
            token,
            configured.guilds(),
            configured.apiUrl(),
            Objects.requireNonNullElse(configured.gatewayUrl(), DiscordSettings.DEFAULT_GATEWAY));
    DiscordMeters counted = new DiscordMeters(meters);
    this.bot =
        new DiscordBot(
            settings,
            desk.commands(),
            desk.dispatcher(),
            desk.decode(),
            desk.zone(),
            counted,
            desk.clock());
    this.notifier = new DiscordNotifier(settings, desk.zone(), desk.clock());
    counted.showConnection(() -> trouble().isEmpty());
  }

  /** Posts by REST, connected or not. */
  public Messenger messenger() {
    return Messenger.ofAll(notifier);
  }

  /**
   * Begins to connect unless it is connected or about to be; to be called again and again. What
   * Discord refused for good, such as a wrong token, is not tried again.
   */
  public synchronized void connect() {
    if (refusal.isEmpty() && (attempt == null || attempt.isDone())) {
      attempt = turns.submit(this::attempt);
    }
  }

  private void attempt() {
    bot.start()
        .fold(
            connected -> "",
            refused -> refusal = refused.sentence(),
            unreachable -> unreachable.sentence());
  }

  /** Gives the connection up, such as to another node; waits for it, but not for long. */
  public synchronized void disconnect() {
    if (attempt != null) {
      attempt.cancel(true);
    }
    try {
      turns.submit(bot::stop).get(TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("Discord is still connecting or closing; it is left to end by itself");
    } catch (ExecutionException failure) {
      LOG.error("The connection to Discord did not end as it should", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why commands do not arrive right now; empty if they do. */
  public Optional<String> trouble() {
    return refusal.isEmpty() ? bot.trouble() : Optional.of(refusal);
  }

  @Override
  public void close() {
    turns.shutdown();
  }
}
