package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.app.config.Secret;
import dev.amserr.app.tail.LogReporter;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tail}: follows logs and reports the errors in them to a bot. */
@Command(
    name = "tail",
    description = {
      "Follow log files, or read standard input, and report the error codes in them to a bot.",
      "The token is that of AMSERR_INGEST_TOKEN, or in the file of AMSERR_INGEST_TOKEN_FILE.",
      "Standard error says what the bot rejects, and how many errors it counts. Exit code 0: all"
          + " that there was is sent, 2: bad usage, or the bot takes no reports from here or rejected"
          + " all of them."
    },
    mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final Clock clock;
  private final InputStream in;
  private final PrintStream err;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "The bot; http://127.0.0.1:8080 by default.")
  URI bot = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Who is said to report; by default the name of each file.")
  String source = "";

  @Option(names = "--from-start", description = "Report what stands in the files already, too.")
  boolean fromStart;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to follow, also when they are rotated; - reads standard input.")
  List<String> files = List.of();

  TailCommand(ConfigLoader loader, Clock clock, InputStream in, PrintStream err) {
    this.loader = loader;
    this.clock = clock;
    this.in = in;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (files.contains("-") && files.size() > 1) {
      throw badUsage("Read standard input (-) or files, not both");
    }
    if (bot.getHost() == null || !String.valueOf(bot.getScheme()).matches("https?")) {
      throw badUsage("--to is no address such as http://127.0.0.1:8080: " + bot);
    }
    if (source.length() > 100) {
      throw badUsage("--source has at most 100 characters");
    }
    return loader
        .catalogs(config.folder())
        .fold(
            catalogs -> loader.ingestToken().fold(token -> report(catalogs, token), this::refuse),
            this::refuse);
  }

  private int refuse(List<Problem> problems) {
    err.print(ConfigProblemReport.text(problems));
    return Exit.BAD_USAGE;
  }

  private int report(Catalogs catalogs, Optional<Secret> token) {
    LogReporter reporter =
        new LogReporter(
            new Decoder(catalogs),
            source,
            bot,
            token.map(Secret::reveal).orElse(""),
            UUID.randomUUID().toString(),
            clock,
            err);
    try {
      return outcome(
          files.equals(List.of("-")) ? reporter.read(in) : reporter.follow(paths(), fromStart));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> paths() {
    List<Path> paths = files.stream().map(Path::of).toList();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        throw badUsage(path + " is a folder; name the files in it");
      }
      if (!Files.exists(path)) {
        err.println("amserr: " + path + " is not there yet; it is read once it is");
      }
    }
    return paths;
  }

  private int outcome(LogReporter.Outcome outcome) {
    return outcome.fold(
        ended -> {
          String errors = ended.reported() == 1 ? " error" : " errors";
          String rejected = ended.rejected() == 0 ? "" : ", " + ended.rejected() + " rejected";
          err.println("amserr: " + ended.reported() + errors + " reported" + rejected);
          return ended.reported() == 0 && ended.rejected() > 0 ? Exit.BAD_USAGE : Exit.ANSWERED;
        },
        refused -> {
          err.println("amserr: " + refused.why());
          return Exit.BAD_USAGE;
        });
  }

  private CommandLine.ParameterException badUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
