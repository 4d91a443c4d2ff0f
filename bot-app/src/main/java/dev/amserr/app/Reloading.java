package dev.amserr.app;

import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.ConfigWatcher;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ConfigurationWarnings;
import dev.amserr.app.config.Reload;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again and puts it in force, one reading after the other: what was read
 * last is in force. Thread-safe.
 */
final class Reloading {

  private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

  private final ConfigWatcher watcher;
  private final Consumer<Configuration> use;

  /**
   * @param use puts a configuration in force
   */
  Reloading(ConfigWatcher watcher, Consumer<Configuration> use) {
    this.watcher = watcher;
    this.use = use;
  }

  /** Looks whether a file changed; to be called every few seconds. */
  void ifChanged() {
    take(watcher::check);
  }

  /** Reads at once. */
  void now() {
    take(watcher::reload);
  }

  private synchronized void take(Supplier<Reload> reading) {
    reading
        .get()
        .fold(
            () -> false,
            applied -> {
              use.accept(applied.now());
              LOG.info("Configuration read again: {}", applied.changes());
              ConfigurationWarnings.of(applied.now()).forEach(LOG::warn);
              return true;
            },
            kept -> {
              LOG.error(
                  "The configuration was changed but has mistakes, so the last good one stays:\n{}",
                  ConfigProblemReport.text(kept.problems()));
              return false;
            });
  }
}
