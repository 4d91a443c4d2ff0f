package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.Settings;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.app.store.StoreOpenException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: a copy of the store, while the bot runs or not. */
@Command(
    name = "backup",
    description = {
      "Copy the bot's SQLite store to a file, also while the bot runs: one state of it, whole or"
          + " not at all. PostgreSQL is backed up with pg_dump.",
      "Exit code 0: written, 2: bad usage, or the file exists, 3: the disk or the store failed."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final PrintStream err;

  @Parameters(paramLabel = "FILE", description = "The copy; must not exist.")
  Path target = Path.of("");

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder with the bot's store; ./data by default.")
  Path data = Path.of("data");

  BackupCommand(ConfigLoader loader, PrintStream err) {
    this.loader = loader;
    this.err = err;
  }

  @Override
  public Integer call() {
    return loader
        .settings(config.folder())
        .fold(
            this::backup,
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return Exit.BAD_USAGE;
            });
  }

  private int backup(Settings settings) {
    try {
      StoreLocation location = settings.database().location(data);
      return Database.backup(location, target)
          .fold(
              written -> say(Exit.ANSWERED, describe(written.file(), written.bytes())),
              refused -> say(Exit.BAD_USAGE, refused.why()),
              failed -> say(Exit.INTERNAL_FAILURE, failed.why()));
    } catch (StoreOpenException e) {
      return say(Exit.BAD_USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static String describe(Path file, long bytes) {
    return String.format(Locale.ROOT, "%s written, %,d bytes", file, bytes);
  }

  private int say(int exit, String sentence) {
    err.println("amserr: " + sentence);
    return exit;
  }
}
