package dev.amserr.app;

import dev.amserr.app.config.ConfigWatcher;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ConfigurationWarnings;
import dev.amserr.app.config.FeatureSwitch;
import dev.amserr.app.config.ServerSettings.LogFormat;
import dev.amserr.app.http.HttpStartException;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.StoreOpenException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot. */
public final class Bot implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Reloading reloading;
  private final Assembly assembly;
  private final Timer timer;

  private Bot(ConfigWatcher watcher, Assembly assembly, Timer timer) {
    this.reloading = new Reloading(watcher, assembly::use);
    this.assembly = assembly;
    this.timer = timer;
  }

  /**
   * Starts everything that is configured, and says in one line of the log what is on and off.
   *
   * @param watcher holds the configuration to start with
   * @param data the folder for the bot's own files; made if it is missing
   * @throws BotStartException if it cannot: the store does not open, or the port is taken
   */
  public static Bot start(ConfigWatcher watcher, Path data, Clock clock) {
    Configuration configuration = watcher.current();
    if (configuration.settings().server().logFormat() == LogFormat.JSON) {
      Logging.inJson();
    }
    Timer timer = new Timer("bot-" + UUID.randomUUID());
    try {
      Bot bot =
          new Bot(
              watcher, Assembly.start(configuration, watcher.folder(), data, clock, timer), timer);
      timer.every(BETWEEN_LOOKS, "configuration", bot.reloading::ifChanged);
      ConfigurationWarnings.of(configuration).forEach(LOG::warn);
      LOG.info("Ready at {} - {}", bot.url(), bot.state());
      return bot;
    } catch (StoreOpenException | HttpStartException e) {
      timer.close();
      throw new BotStartException(e);
    } catch (RuntimeException | Error e) {
      timer.close();
      throw e;
    }
  }

  /** Where the console is. */
  public URI url() {
    return assembly.url();
  }

  /** Reads the configuration again at once. */
  public void reload() {
    reloading.now();
  }

  /**
   * Takes nothing new, finishes what runs: at most 4 s for tasks, 8 s for requests, 10 s for posts.
   */
  @Override
  public void close() {
    assembly.end();
    timer.close();
    assembly.close();
    LOG.info("Stopped");
  }

  private String state() {
    return assembly.switches().stream()
        .map(FeatureSwitch::toString)
        .collect(Collectors.joining(", "));
  }
}
