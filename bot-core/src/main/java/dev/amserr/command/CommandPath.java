package dev.amserr.command;

/**
 * Names what is called: a command, or a subcommand of one.
 *
 * @param subcommand empty for the command itself
 */
public record CommandPath(String command, String subcommand) {

  public CommandPath {
    Names.requireName(command);
    if (!subcommand.isEmpty()) {
      Names.requireName(subcommand);
    }
  }

  public static CommandPath of(String command) {
    return new CommandPath(command, "");
  }

  public static CommandPath of(String command, String subcommand) {
    return new CommandPath(command, subcommand);
  }

  /** As it is typed: {@code /codes search}. */
  @Override
  public String toString() {
    return subcommand.isEmpty() ? "/" + command : "/" + command + " " + subcommand;
  }
}
