package dev.amserr.app.cli;

import dev.amserr.app.StoredDigests;
import dev.amserr.app.config.CommandLineOptions;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.oncall.AskedInstant;
import dev.amserr.app.oncall.StoredCalendars;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreOpenException;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSearch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code digest}: what digests would say, from the store of a bot that may be running. */
@Command(
    name = "digest",
    description = "Show what a digest would say, without posting it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "preview")
final class DigestCommand {

  private final ConfigLoader loader;
  private final Clock clock;
  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream err;

  DigestCommand(
      ConfigLoader loader, Clock clock, Terminal terminal, PrintStream out, PrintStream err) {
    this.loader = loader;
    this.clock = clock;
    this.terminal = terminal;
    this.out = out;
    this.err = err;
  }

  @Command(
      name = "preview",
      description =
          "Print the digest that would be posted, with the hash of its snapshot. Exit code 0:"
              + " printed, 2: no such digest, or no store yet.",
      mixinStandardHelpOptions = true)
  int preview(
      @Parameters(paramLabel = "NAME", description = "The name of a digest.") String name,
      @Option(
              names = "--at",
              paramLabel = "INSTANT",
              description =
                  "As of then, such as 2026-03-09T13:30:00Z, or 2026-03-09T13:30 on the clock of"
                      + " the digest; now by default.")
          @Nullable String at,
      @Mixin ConfigOption config,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "data",
              description =
                  "The folder with the bot's store and its copies of calendars; ./data by default.")
          Path data) {
    return loader
        .load(config.folder(), CommandLineOptions.none())
        .fold(
            loaded ->
                DigestSearch.among(loaded.settings().digests(), name)
                    .fold(
                        found -> preview(loaded, config.folder(), found.schedule(), at, data),
                        unknown -> refuse(unknown.sentence())),
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return Exit.BAD_USAGE;
            });
  }

  private int preview(
      Configuration configuration,
      ConfigFolder folder,
      DigestSchedule schedule,
      @Nullable String at,
      Path data) {
    Optional<Instant> moment =
        at == null ? Optional.of(clock.instant()) : AskedInstant.parse(at, schedule.zone());
    if (moment.isEmpty()) {
      return refuse(
          "--at "
              + at
              + " is no time that can be answered. Expected one such as 2026-03-09T13:30:00Z, or"
              + " 2026-03-09T13:30 on the clock of the digest.");
    }
    try (Database database =
        Database.openToRead(configuration.settings().database().location(data))) {
      StoredCalendars calendars =
          StoredCalendars.read(
              configuration.rosters().teams().values(),
              folder.path(),
              data,
              clock,
              System::nanoTime);
      StoredDigests digests = new StoredDigests(configuration, database, calendars, clock);
      out.println(
          terminal.render(
              digests.preview(schedule, moment.get()),
              new ReaderTime(schedule.zone(), clock.instant())));
      return Exit.ANSWERED;
    } catch (StoreOpenException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private int refuse(String sentence) {
    err.println("amserr: " + sentence);
    return Exit.BAD_USAGE;
  }
}
