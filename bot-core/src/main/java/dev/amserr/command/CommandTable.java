package dev.amserr.command;

import java.util.List;
import java.util.Map;

/** The table of commands as the README shows it, in Markdown. */
public final class CommandTable {

  private CommandTable() {}

  /** One row for each call, in the order of the commands; ends in a line break. */
  public static String markdown(List<CommandSpec> commands) {
    StringBuilder table =
        new StringBuilder("| command | what it does | for | example |\n|---|---|---|---|\n");
    for (CommandSpec spec : commands) {
      for (Map.Entry<CommandPath, Signature> call : spec.signatures().entrySet()) {
        Signature signature = call.getValue();
        String description =
            spec.subcommand(call.getKey().subcommand())
                .map(SubcommandSpec::description)
                .orElse(spec.description());
        String example = signature.examples().isEmpty() ? "" : code(signature.examples().get(0));
        table
            .append("| ")
            .append(code(Usage.of(call.getKey(), signature)))
            .append(" | ")
            .append(cell(description))
            .append(" | ")
            .append(cell(Usage.of(signature.access())))
            .append(" | ")
            .append(example)
            .append(" |\n");
      }
    }
    return table.toString();
  }

  private static String code(String text) {
    return "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
