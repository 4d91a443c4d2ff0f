package dev.amserr.app.cli;

import dev.amserr.app.config.ConfigLoader;
import dev.amserr.app.config.ConfigProblemReport;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.DecodingJson;
import dev.amserr.errorcode.ErrorSystem;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code systems}: the catalogs and their sizes. */
@Command(
    name = "systems",
    description = "List the catalogs and their sizes.",
    mixinStandardHelpOptions = true)
final class SystemsCommand implements Callable<Integer> {

  private final ConfigLoader loader;
  private final PrintStream out;
  private final PrintStream err;

  @Mixin ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  SystemsCommand(ConfigLoader loader, PrintStream out, PrintStream err) {
    this.loader = loader;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    return loader
        .catalogs(config.folder())
        .fold(
            this::print,
            problems -> {
              err.print(ConfigProblemReport.text(problems));
              return Exit.BAD_USAGE;
            });
  }

  private int print(Catalogs catalogs) {
    if (json) {
      out.writeBytes(DecodingJson.systems(catalogs));
      out.println();
      return Exit.ANSWERED;
    }
    for (ErrorSystem system : catalogs.systems()) {
      out.printf(
          Locale.ROOT, "%-24s %6d  %s%n", system.id(), catalogs.size(system.id()), system.title());
    }
    return Exit.ANSWERED;
  }
}
