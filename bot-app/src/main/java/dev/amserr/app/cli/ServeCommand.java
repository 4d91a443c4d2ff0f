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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: runs the bot until the process is told to end. */
@Command(
    name = "serve",
    description = "Run the bot. Stops on SIGTERM and Ctrl-C, reads the configuration on SIGHUP.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final Clock clock;
  private final PrintStream err;

  @Mixin ConfigOption config = new ConfigOption();

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
    Signals signals = new Signals();
    if (!signals.listen()) {
      return Exit.ANSWERED;
    }
    try {
      return serve(signals);
    } finally {
      signals.startOver();
    }
  }

  private int serve(Signals signals) {
    ConfigFolder folder = config.folder();
    CommandLineOptions options = new CommandLineOptions(port);
    return loader
        .load(folder, options)
        .fold(
            loaded -> serve(new ConfigWatcher(loader, folder, options, loaded), signals),
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return Exit.BAD_USAGE;
            });
  }

  private int serve(ConfigWatcher watcher, Signals signals) {
    Bot bot;
    try {
      bot = Bot.start(watcher, data, clock);
    } catch (BotStartException e) {
      err.println("amserr: " + e.getMessage());
      return Exit.BAD_USAGE;
    }
    signals.started(bot::reload, bot::close);
    signals.awaitEnd();
    return Exit.ANSWERED;
  }
}
