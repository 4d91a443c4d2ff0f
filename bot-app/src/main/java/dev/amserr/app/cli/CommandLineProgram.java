package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.Environment;
import dev.amserr.app.config.FileAccess;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.TerminalRenderer;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingJson;
import dev.amserr.errorcode.DecodingReply;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.text.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parses arguments and runs a command. */
public final class CommandLineProgram {

  private static final int ANSWERED = 0;
  private static final int NONE = 1;
  private static final int BAD_USAGE = 2;
  private static final int INTERNAL_FAILURE = 3;
  private static final int WIDTH = 100;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  private CommandLineProgram(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Runs a command and answers the exit code. */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    PrintStream utf8 = new PrintStream(out, false, StandardCharsets.UTF_8);
    CommandLineProgram program = new CommandLineProgram(in, utf8, err);
    ConfigLoader loader = new ConfigLoader(Environment.ofProcess(), FileAccess.local());
    Clock clock = Clock.systemUTC();
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(program.new Decode())
            .addSubcommand(program.new Systems())
            .addSubcommand(new ServeCommand(loader, clock, err))
            .addSubcommand(new CheckConfigCommand(loader, clock, utf8))
            .addSubcommand(new OnCallCommand(loader, clock, utf8, err))
            .addSubcommand(new WarmUpCommand(clock))
            .setUnmatchedOptionsArePositionalParams(false)
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  err.println("amserr: internal failure: " + e);
                  return INTERNAL_FAILURE;
                });
    int exit = line.execute(negativeNumbersAsText(args));
    utf8.flush();
    return exit;
  }

  /** An argument of {@code -} and a digit is text: picocli is told by {@code --} in front of it. */
  private static String[] negativeNumbersAsText(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--")) {
        return args;
      }
      if (args[i].matches("[-\u2212]\\d.*")) {
        String[] marked = new String[args.length + 1];
        System.arraycopy(args, 0, marked, 0, i);
        marked[i] = "--";
        System.arraycopy(args, i, marked, i + 1, args.length - i);
        return marked;
      }
    }
    return args;
  }

  @Command(
      name = "amserr",
      description = "The error desk of a streaming team's chat.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND")
  private static final class Root implements Runnable {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Name a command, for example: amserr decode 0x8088002E");
    }
  }

  @Command(
      name = "decode",
      description =
          "Say what error codes mean. Exit code 0: answered, 1: no code found, 2: bad usage.",
      mixinStandardHelpOptions = true)
  private final class Decode implements Callable<Integer> {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--system", paramLabel = "ID", description = "Read codes of this system only.")
    String system = "";

    @Parameters(
        paramLabel = "TEXT",
        arity = "0..*",
        description = "A code, a name, a log line or a document; - reads standard input.")
    List<String> text = List.of();

    @Override
    public Integer call() throws IOException {
      if (text.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "Give a text to decode, or - to read standard input");
      }
      String input =
          text.equals(List.of("-"))
              ? new String(in.readNBytes(4 * Decoder.LONGEST_TEXT), StandardCharsets.UTF_8)
              : String.join(" ", text);
      Catalogs catalogs = CatalogLoader.builtIn();
      Decoder decoder = new Decoder(catalogs);
      Decoding decoding;
      if (system.isEmpty()) {
        decoding = decoder.decode(input);
      } else {
        Optional<ErrorSystem> pinned = catalogs.system(system);
        if (pinned.isEmpty()) {
          List<String> near = NearestNames.of(system, catalogs.systemNames(), 3);
          err.println(
              "amserr: there is no system \""
                  + system
                  + "\"; "
                  + (near.isEmpty()
                      ? "amserr systems lists them"
                      : "did you mean " + String.join(", ", near) + "?"));
          return BAD_USAGE;
        }
        decoding = decoder.decode(input, pinned.get());
      }
      if (json) {
        out.write(DecodingJson.decoding(decoding));
        out.println();
      } else {
        out.println(
            TerminalRenderer.monochrome(WIDTH)
                .render(DecodingReply.of(decoding), new ReaderTime(ZoneOffset.UTC, Instant.EPOCH)));
      }
      return decoding.answered() ? ANSWERED : NONE;
    }
  }

  @Command(
      name = "systems",
      description = "List the catalogs and their sizes.",
      mixinStandardHelpOptions = true)
  private final class Systems implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
      Catalogs catalogs = CatalogLoader.builtIn();
      if (json) {
        out.write(DecodingJson.systems(catalogs));
        out.println();
      } else {
        for (ErrorSystem system : catalogs.systems()) {
          out.printf("%-24s %6d  %s%n", system.id(), catalogs.size(system.id()), system.title());
        }
      }
      return ANSWERED;
    }
  }
}
