package dev.amserr.app.cli;

import dev.amserr.app.config.CommandLineOptions;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ConfigurationWarnings;
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.GapWarnings;
import dev.amserr.oncall.RosterReload;
import dev.amserr.oncall.Rosters;
import dev.amserr.yaml.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check-config}: every mistake of the configuration, the gaps ahead, whom an edit moves. */
@Command(
    name = "check-config",
    description = "Name every mistake in the configuration. Exit code 0: none, 2: some.",
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final Clock clock;
  private final PrintStream out;

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--against",
      paramLabel = "OLD_DIR",
      description = "Show whom the rosters move, compared with those of this folder.")
  @Nullable Path against;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The moment of the comparison, such as 2026-06-10T12:00:00Z; now by default.")
  @Nullable Instant at;

  CheckConfigCommand(ConfigLoader loader, Clock clock, PrintStream out) {
    this.loader = loader;
    this.clock = clock;
    this.out = out;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.folder();
    return loader
        .load(folder, CommandLineOptions.none())
        .fold(configuration -> report(folder, configuration), this::refuse);
  }

  private int report(ConfigFolder folder, Configuration configuration) {
    Instant moment = at == null ? clock.instant() : at;
    Rosters rosters = configuration.rosters();
    out.println(folder.path() + ": no mistakes. " + contents(configuration) + ".");
    ConfigurationWarnings.of(configuration).forEach(out::println);
    List<String> gaps = GapWarnings.of(rosters, moment);
    if (!gaps.isEmpty()) {
      out.println("Ahead in " + GapForecast.DEFAULT_WINDOW.toDays() + " days:");
      gaps.forEach(line -> out.println("  " + line));
    }
    return against == null
        ? Exit.ANSWERED
        : loader
            .rosters(ConfigFolder.named(against))
            .fold(old -> compare(old, rosters, moment), this::refuse);
  }

  private int compare(Rosters before, Rosters after, Instant moment) {
    out.println("Compared with " + against + " at " + moment + ":");
    out.print(new RosterReload(before, after, team -> Additions.none()).differenceAt(moment));
    return Exit.ANSWERED;
  }

  private int refuse(List<Problem> problems) {
    out.print(ConfigProblemReport.text(problems));
    return Exit.BAD_USAGE;
  }

  private static String contents(Configuration configuration) {
    return String.join(
        ", ",
        count(configuration.rosters().people().size(), "person", "people"),
        count(configuration.rosters().teams().size(), "team", "teams"),
        count(configuration.teamCatalogs().size(), "catalog of your own", "catalogs of your own"),
        count(configuration.settings().destinations().size(), "destination", "destinations"),
        count(configuration.settings().digests().size(), "digest", "digests"));
  }

  private static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
