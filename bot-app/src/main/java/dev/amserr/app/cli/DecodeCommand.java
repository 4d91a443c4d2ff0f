package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingJson;
import dev.amserr.errorcode.DecodingReply;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.text.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decode}: what the codes in a text mean. */
@Command(
    name = "decode",
    description =
        "Say what error codes mean. Exit code 0: answered, 1: no code found, 2: bad usage.",
    mixinStandardHelpOptions = true)
final class DecodeCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final Terminal terminal;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(names = "--system", paramLabel = "ID", description = "Read codes of this system only.")
  String system = "";

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "A code, a name, a log line or a document; - reads standard input.")
  List<String> text = List.of();

  DecodeCommand(
      ConfigLoader loader, Terminal terminal, InputStream in, PrintStream out, PrintStream err) {
    this.loader = loader;
    this.terminal = terminal;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (text.isEmpty()) {
      throw badUsage("Give a text to decode, or - to read standard input");
    }
    refuseUnknownOptions();
    return loader
        .catalogs(config.folder())
        .fold(
            this::decode,
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return Exit.BAD_USAGE;
            });
  }

  /** As a negative number is text, every unknown option is to the parser. */
  private void refuseUnknownOptions() {
    for (String argument : spec.commandLine().getParseResult().originalArgs()) {
      if (argument.equals("--")) {
        return;
      }
      if (text.contains(argument) && argument.matches("-[^\\d].*")) {
        throw badUsage(
            "Unknown option: '" + argument + "'; to decode it as a text, put -- in front of it");
      }
    }
  }

  private CommandLine.ParameterException badUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private int decode(Catalogs catalogs) {
    Decoder decoder = new Decoder(catalogs);
    if (system.isEmpty()) {
      return print(decoder.decode(input()));
    }
    Optional<ErrorSystem> pinned = catalogs.system(system);
    if (pinned.isEmpty()) {
      err.println("amserr: there is no system \"" + system + "\"; " + hint(catalogs));
      return Exit.BAD_USAGE;
    }
    return print(decoder.decode(input(), pinned.get()));
  }

  private String hint(Catalogs catalogs) {
    List<String> near = NearestNames.of(system, catalogs.systemNames(), 3);
    return near.isEmpty()
        ? "amserr systems lists them"
        : "did you mean " + String.join(", ", near) + "?";
  }

  private String input() {
    return text.equals(List.of("-")) ? standardInput() : String.join(" ", text);
  }

  /** Of a longer text than the decoder reads, just enough for it to say so. */
  private String standardInput() {
    char[] read = new char[Decoder.LONGEST_TEXT + 1];
    int length = 0;
    try {
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      int more = reader.read(read, 0, read.length);
      while (more > 0) {
        length += more;
        more = reader.read(read, length, read.length - length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String(read, 0, length);
  }

  private int print(Decoding decoding) {
    if (json) {
      out.writeBytes(DecodingJson.decoding(decoding));
      out.println();
    } else {
      out.print(terminal.render(DecodingReply.of(decoding)));
    }
    return decoding.answered() ? Exit.ANSWERED : Exit.NOTHING_FOUND;
  }
}
