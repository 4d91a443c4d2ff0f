package dev.amserr.command.parse;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Help;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.text.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of text as a command: {@code [@bot] [/]command [subcommand] options…}.
 *
 * <p>Options are {@code key:value}, {@code --key value}, {@code --key=value}, {@code --flag} or,
 * where it is clear which one is meant, the value alone; values of several words stand in quotes.
 * An option that takes the rest of the line gets it to the letter, line breaks included. Options
 * may stand before that text, and after it if it is a single line; quotes around the text keep what
 * looks like an option in it. A first word that is no subcommand belongs to the default one.
 */
public final class TextCommandParser {

  private static final Pattern BOT = Pattern.compile("\\s*(<@[^>\\s]{1,64}>|@\\S{1,64}(?=\\s|$))");

  private final CommandRegistry registry;
  private final Help help;

  public TextCommandParser(CommandRegistry registry) {
    this.registry = registry;
    this.help = new Help(registry);
  }

  public CommandInput parse(String line, Origin origin) {
    LineScanner scanner = new LineScanner(line);
    Matcher bot = BOT.matcher(line);
    int start = scanner.skipBlanks(bot.lookingAt() ? bot.end() : 0);
    int nameStart = line.startsWith("/", start) ? start + 1 : start;
    int nameEnd = endOfWord(scanner, line, nameStart);
    String name = line.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    Optional<CommandSpec> spec = registry.spec(name);
    if (spec.isPresent()) {
      return command(spec.get(), scanner, line, nameEnd, origin);
    }
    if (name.isEmpty() || name.equals("help")) {
      return help(scanner.next(nameEnd).map(Word::value).orElse(""));
    }
    return unknownCommand(name);
  }

  private CommandInput command(
      CommandSpec spec, LineScanner scanner, String line, int from, Origin origin) {
    Optional<Word> first = scanner.next(from);
    Map<String, CommandPath> subcommands = registry.textSubcommands(spec);
    if (first.isPresent() && first.get().form() == Word.Form.BARE) {
      CommandPath named = subcommands.get(first.get().value().toLowerCase(Locale.ROOT));
      if (named != null && !isText(spec, named, first.get(), scanner)) {
        return call(named, scanner, line, first.get().end(), origin);
      }
    }
    if (first.isPresent()
        && (asksForHelp(first.get(), scanner)
            || (first.get().says("help") && !spec.subcommands().isEmpty()))) {
      return new CommandInput.HelpWanted(spec.name());
    }
    if (spec.subcommands().isEmpty()) {
      return call(CommandPath.of(spec.name()), scanner, line, from, origin);
    }
    Optional<SubcommandSpec> fallback = spec.fallback();
    if (fallback.isPresent()) {
      CommandInput input =
          call(CommandPath.of(spec.name(), fallback.get().name()), scanner, line, from, origin);
      return first.map(word -> orSubcommand(input, spec, word)).orElse(input);
    }
    return first
        .map(word -> unknownSubcommand(spec, word))
        .orElseGet(() -> new CommandInput.HelpWanted(spec.name()));
  }

  private CommandInput call(
      CommandPath path, LineScanner scanner, String line, int from, Origin origin) {
    Signature signature = signature(path);
    Optional<Word> first = scanner.next(from);
    if (first.isPresent()
        && asksForHelp(first.get(), scanner)
        && (first.get().form() == Word.Form.DASHED || signature.restOption().isEmpty())) {
      return new CommandInput.HelpWanted(path.command());
    }
    return new OptionWalk(path, signature, origin, scanner, line).from(from);
  }

  private Signature signature(CommandPath path) {
    return registry
        .signature(path)
        .orElseThrow(() -> new IllegalStateException(path + " is not registered"));
  }

  /** A borrowed word that takes nothing, with something after it, merely begins a text. */
  private boolean isText(CommandSpec spec, CommandPath named, Word word, LineScanner scanner) {
    return !named.command().equals(spec.name())
        && signature(named).options().isEmpty()
        && scanner.next(word.end()).filter(next -> next.form() == Word.Form.BARE).isPresent();
  }

  /**
   * {@code help} alone or {@code --help} first; a text that merely starts with "help" is a text.
   */
  private static boolean asksForHelp(Word first, LineScanner scanner) {
    boolean dashed = first.form() == Word.Form.DASHED && first.key().equals("help");
    boolean alone = first.says("help") && scanner.next(first.end()).isEmpty();
    return (dashed && first.value().isEmpty()) || alone;
  }

  private CommandInput help(String about) {
    String name = about.startsWith("/") ? about.substring(1) : about;
    String command = name.toLowerCase(Locale.ROOT);
    if (command.isEmpty() || registry.spec(command).isPresent()) {
      return new CommandInput.HelpWanted(command);
    }
    return unknownCommand(command);
  }

  private CommandInput unknownCommand(String name) {
    List<String> near = registry.nearest(name);
    String hint = near.isEmpty() ? "" : "Did you mean /" + String.join(" or /", near) + "? ";
    return new CommandInput.Refused(
        CommandInput.Refused.Cause.UNKNOWN_COMMAND,
        "There is no command " + OptionReader.quote("/" + name) + ". " + hint + help.hint());
  }

  /** Where the default subcommand can't use a line, its first word may be a mistyped other one. */
  private static CommandInput orSubcommand(CommandInput input, CommandSpec spec, Word first) {
    List<String> near = NearestNames.of(first.value(), subcommandNames(spec), 1);
    if (near.isEmpty()) {
      return input;
    }
    String hint = " Or did you mean /" + spec.name() + " " + near.get(0) + "?";
    return input.fold(
        ready -> ready,
        help -> help,
        refused -> new CommandInput.Refused(refused.cause(), refused.sentence() + hint));
  }

  private static List<String> subcommandNames(CommandSpec spec) {
    return spec.subcommands().stream().map(SubcommandSpec::name).toList();
  }

  private static CommandInput unknownSubcommand(CommandSpec spec, Word word) {
    List<String> names = subcommandNames(spec);
    String written = word.hasKey() ? word.key() : word.value();
    List<String> near = NearestNames.of(written, names, 1);
    String hint = near.isEmpty() ? "" : "Did you mean " + near.get(0) + "? ";
    return new CommandInput.Refused(
        CommandInput.Refused.Cause.UNUSABLE_OPTIONS,
        "/"
            + spec.name()
            + " has no subcommand "
            + OptionReader.quote(written)
            + ". "
            + hint
            + "It has "
            + String.join(", ", names)
            + ".");
  }

  private static int endOfWord(LineScanner scanner, String line, int from) {
    int end = from;
    while (end < line.length() && scanner.skipBlanks(end) == end) {
      end++;
    }
    return end;
  }
}
