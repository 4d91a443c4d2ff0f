package dev.amserr.app.cli;

import dev.amserr.app.About;
import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.Environment;
import dev.amserr.app.config.FileAccess;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Parses arguments and runs a command. */
public final class CommandLineProgram {

  private CommandLineProgram() {}

  /** Runs a command and answers the exit code. */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    Environment environment = Environment.ofProcess();
    return run(args, in, out, err, environment, Terminal.ofProcess(environment));
  }

  static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Environment environment,
      Terminal terminal) {
    PrintStream utf8 = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream utf8Err = new PrintStream(err, true, StandardCharsets.UTF_8);
    ConfigLoader loader = new ConfigLoader(environment, FileAccess.local());
    Clock clock = Clock.systemUTC();
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(
                new CommandLine(new DecodeCommand(loader, terminal, in, utf8, utf8Err))
                    .setUnmatchedOptionsArePositionalParams(true))
            .addSubcommand(new SystemsCommand(loader, utf8, utf8Err))
            .addSubcommand(new ServeCommand(loader, clock, utf8Err))
            .addSubcommand(new CheckConfigCommand(loader, clock, utf8))
            .addSubcommand(new OnCallCommand(loader, clock, terminal, utf8, utf8Err))
            .addSubcommand(new DigestCommand(loader, clock, terminal, utf8, utf8Err))
            .addSubcommand(new TailCommand(loader, clock, in, utf8Err))
            .addSubcommand(new BackupCommand(loader, utf8Err))
            .addSubcommand(new SlackManifestCommand(utf8, utf8Err))
            .addSubcommand(new WarmUpCommand(clock))
            .setOut(new PrintWriter(utf8, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(utf8Err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  utf8Err.println("amserr: internal failure: " + e);
                  return Exit.INTERNAL_FAILURE;
                });
    CommandLineArguments.readable(line);
    versioned(line);
    int exit = line.execute(args);
    utf8.flush();
    return exit;
  }

  private static void versioned(CommandLine line) {
    line.getCommandSpec().version("amserr " + About.version());
    line.getSubcommands().values().forEach(CommandLineProgram::versioned);
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
}
