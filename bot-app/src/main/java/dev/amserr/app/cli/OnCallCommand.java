package dev.amserr.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.config.ConfigFolder;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.DatabaseSettings;
import dev.amserr.app.oncall.AskedInstant;
import dev.amserr.app.oncall.AskedTeam;
import dev.amserr.app.oncall.StoredCalendars;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlCovers;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.app.store.StoreOpenException;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.CoverSource;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallAnswer;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.oncall.command.OnCallCommands;
import dev.amserr.yaml.Problem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code oncall}: who is on call, from the rosters, and the covers and calendars of the data
 * folder.
 */
@Command(
    name = "oncall",
    description =
        "Say who is on call in a team. Exit code 0: answered, also in a gap, or where a calendar is"
            + " not known, 2: no such team, or no store in the folder of --data.",
    mixinStandardHelpOptions = true)
final class OnCallCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final Clock clock;
  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(paramLabel = "TEAM", description = "The id or the title of a team.")
  String team = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "The moment, such as 2026-03-09T13:30:00Z, or 2026-03-09T13:30 on the clocks of the team;"
              + " now by default.")
  @Nullable String at;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder with the bot's store, for covers, and its copies of calendars; ./data by"
              + " default.")
  @Nullable Path data;

  OnCallCommand(
      ConfigLoader loader, Clock clock, Terminal terminal, PrintStream out, PrintStream err) {
    this.loader = loader;
    this.clock = clock;
    this.terminal = terminal;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.folder();
    return loader.rosters(folder).fold(this::answer, this::refuse);
  }

  private int answer(Rosters rosters) {
    return rosters
        .team(team)
        .fold(
            found -> answer(rosters, found.team()), unknown -> refuse(AskedTeam.sentence(unknown)));
  }

  private int answer(Rosters rosters, Team asked) {
    Optional<Instant> moment =
        at == null ? Optional.of(clock.instant()) : AskedInstant.parse(at, asked.zone());
    if (moment.isEmpty()) {
      return refuse("--at " + at + " is no time that can be answered. " + AskedInstant.EXPECTED);
    }
    return loader
        .settings(config.folder())
        .fold(
            settings -> answer(rosters, asked, moment.get(), settings.database()),
            mistakes -> uncovered(rosters, asked, moment.get()));
  }

  /** Without the store, because the settings do not say where it is. */
  private int uncovered(Rosters rosters, Team asked, Instant moment) {
    err.println(
        "amserr: covers are not known: the settings have mistakes; amserr check-config names them");
    return answer(rosters, asked, moment, CoverSource.none());
  }

  private int answer(Rosters rosters, Team asked, Instant moment, DatabaseSettings settings) {
    try {
      StoreLocation location = settings.location(dataFolder());
      Optional<Path> missing = missing(location);
      if (data == null && missing.isPresent()) {
        err.println("amserr: covers are not known: no store at " + missing.get());
        return answer(rosters, asked, moment, CoverSource.none());
      }
      try (Database database = Database.openToRead(location)) {
        return answer(rosters, asked, moment, new SqlCovers(database, new SqlAuditLog(database)));
      }
    } catch (StoreOpenException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Path> missing(StoreLocation location) {
    return location.fold(
        sqlite -> Optional.of(sqlite.file()).filter(Files::notExists),
        postgres -> Optional.empty());
  }

  private int answer(Rosters rosters, Team asked, Instant moment, CoverSource covers) {
    StoredCalendars calendars =
        StoredCalendars.read(
            List.of(asked), config.folder().path(), dataFolder(), clock, System::nanoTime);
    TeamOnCall answer = new LiveOnCall(rosters, covers, calendars).state().at(asked, moment);
    boolean known = calendars.whyUnknown(asked).isEmpty();
    if (json) {
      OnCallAnswer shape = OnCallAnswer.of(answer);
      out.println(new ObjectMapper().valueToTree(known ? shape : withoutGaps(shape)).toString());
    } else {
      Reply reply =
          known || !answer.firstInLine().isEmpty()
              ? OnCallCommands.answer(asked, answer)
              : unknown(asked, answer.stale());
      out.println(terminal.render(reply, new ReaderTime(asked.zone(), clock.instant())));
    }
    return Exit.ANSWERED;
  }

  private Path dataFolder() {
    return data == null ? Path.of("data") : data;
  }

  private static Reply unknown(Team team, String why) {
    return Reply.of(
        Card.titled("On call: " + team.title())
            .tone(Tone.WARNING)
            .text("It is not known who is on call: " + why + ".")
            .build());
  }

  /** That nobody is known to be on call is no gap. */
  private static OnCallAnswer withoutGaps(OnCallAnswer answer) {
    List<OnCallAnswer.LevelPart> levels =
        answer.levels().stream()
            .map(
                level ->
                    new OnCallAnswer.LevelPart(
                        level.level(),
                        level.name(),
                        level.onCall(),
                        null,
                        level.next(),
                        level.alsoNext()))
            .toList();
    return new OnCallAnswer(
        answer.team(),
        answer.at(),
        answer.zone(),
        levels,
        answer.shadows(),
        answer.warnings(),
        answer.stale());
  }

  private int refuse(List<Problem> problems) {
    err.print(ConfigProblemReport.text(problems));
    return Exit.BAD_USAGE;
  }

  private int refuse(String sentence) {
    err.println("amserr: " + sentence);
    return Exit.BAD_USAGE;
  }
}
