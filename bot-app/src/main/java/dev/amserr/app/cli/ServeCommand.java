package dev.amserr.app.cli;

import dev.amserr.app.Bot;
import dev.amserr.app.BotStartException;
import dev.amserr.app.config.CommandLineOptions;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.ConfigWatcher;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs the bot until the process is told to end. */
@Command(
    name = "serve",
    description = "Run the bot. Stops on SIGTERM and Ctrl-C, reads the configuration on SIGHUP.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int STOPPED = 0;
  private static final int CANNOT_START = 2;

  private final ConfigLoader loader;
  private final Clock clock;
  private final PrintStream err;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder of the configuration; ./config by default.")
  @Nullable Path config;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; 0 for any that is free. 8080 by default.")
  @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for the bot's own files; ./data by default.")
  Path data = Path.of("data");

  ServeCommand(ConfigLoader loader, Clock clock, PrintStream err) {
    this.loader = loader;
    this.clock = clock;
    this.err = err;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config == null ? ConfigFolder.standard() : ConfigFolder.named(config);
    CommandLineOptions options = new CommandLineOptions(port);
    return loader
        .load(folder, options)
        .fold(
            loaded -> serve(new ConfigWatcher(loader, folder, options, loaded)),
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return CANNOT_START;
            });
  }

  private int serve(ConfigWatcher watcher) {
    Bot bot;
    try {
      bot = Bot.start(watcher, data, clock);
    } catch (BotStartException e) {
      err.println("amserr: " + e.getMessage());
      return CANNOT_START;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  bot.close();
                  stopped.countDown();
                },
                "stop"));
    HangUp.then(bot::reload);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return STOPPED;
  }
}
