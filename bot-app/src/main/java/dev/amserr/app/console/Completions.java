package dev.amserr.app.console;

import dev.amserr.command.Choice;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionType;
import dev.amserr.command.OptionValues;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.reply.Privacy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the end of an unfinished line may become: commands, subcommands, options, values. */
final class Completions {

  private static final int MOST = 12;

  private final CommandRegistry registry;
  private final CommandDispatcher dispatcher;

  Completions(CommandRegistry registry, CommandDispatcher dispatcher) {
    this.registry = registry;
    this.dispatcher = dispatcher;
  }

  /**
   * One way to go on.
   *
   * @param label what is shown
   * @param detail what it means, or nothing
   * @param from where in the line the replacement starts; it reaches to the end
   */
  record Completion(String label, String detail, int from, String replacement) {}

  /** The completions of a line, best first, at most {@value #MOST}. */
  List<Completion> of(String line, Origin origin) {
    int start = line.length() - line.stripLeading().length();
    int nameEnd = endOfWord(line, start);
    String name = line.substring(start, nameEnd).toLowerCase(Locale.ROOT);
    String bare = name.startsWith("/") ? name.substring(1) : name;
    if (nameEnd == line.length()) {
      return commands(bare, start);
    }
    Optional<CommandSpec> spec = registry.spec(bare);
    return spec.map(known -> behind(known, line, nameEnd, origin)).orElse(List.of());
  }

  private List<Completion> commands(String typed, int from) {
    return registry.specs().stream()
        .filter(spec -> spec.name().startsWith(typed))
        .limit(MOST)
        .map(
            spec ->
                new Completion(
                    "/" + spec.name(), spec.description(), from, "/" + spec.name() + " "))
        .toList();
  }

  private List<Completion> behind(CommandSpec spec, String line, int nameEnd, Origin origin) {
    int first = skipBlanks(line, nameEnd);
    int firstEnd = endOfWord(line, first);
    String word = line.substring(first, firstEnd).toLowerCase(Locale.ROOT);
    Map<String, CommandPath> subcommands = registry.textSubcommands(spec);
    if (firstEnd < line.length() && subcommands.containsKey(word)) {
      return options(subcommands.get(word), line, firstEnd, origin);
    }
    List<Completion> found = new ArrayList<>();
    if (firstEnd == line.length()) {
      subcommands.forEach(
          (name, path) -> {
            if (name.startsWith(word)) {
              found.add(new Completion(name, description(path), first, name + " "));
            }
          });
    }
    CommandPath own =
        spec.fallback()
            .map(sub -> CommandPath.of(spec.name(), sub.name()))
            .orElseGet(() -> CommandPath.of(spec.name()));
    found.addAll(options(own, line, nameEnd, origin));
    return found.stream().limit(MOST).toList();
  }

  private List<Completion> options(CommandPath path, String line, int from, Origin origin) {
    Optional<Signature> signature = registry.signature(path);
    if (signature.isEmpty()) {
      return List.of();
    }
    int wordStart = startOfLastWord(line, from);
    String word = line.substring(wordStart);
    int colon = word.indexOf(':');
    Optional<OptionSpec> named =
        colon < 0
            ? Optional.empty()
            : signature.get().option(word.substring(0, colon).toLowerCase(Locale.ROOT));
    if (named.isPresent()) {
      return values(named.get(), path, word.substring(colon + 1), wordStart + colon + 1, origin);
    }
    Set<String> used = used(line.substring(from, wordStart));
    List<OptionSpec> open =
        signature.get().options().stream().filter(o -> !used.contains(o.name())).toList();
    List<Completion> found = new ArrayList<>();
    open.stream()
        .filter(option -> option.type() != OptionType.FLAG)
        .findFirst()
        .ifPresent(
            next -> {
              int at = next.takesRestOfLine() ? skipBlanks(line, from) : wordStart;
              found.addAll(values(next, path, line.substring(at), at, origin));
            });
    String typed = word.startsWith("--") ? word.substring(2) : word;
    open.stream()
        .filter(option -> !option.takesRestOfLine() && option.name().startsWith(typed))
        .forEach(option -> found.add(option(option, wordStart)));
    return found.stream().limit(MOST).toList();
  }

  private static Completion option(OptionSpec option, int from) {
    String form =
        option.type() == OptionType.FLAG ? "--" + option.name() + " " : option.name() + ":";
    return new Completion(form.strip(), option.description(), from, form);
  }

  private List<Completion> values(
      OptionSpec option, CommandPath path, String typed, int from, Origin origin) {
    Invocation unfinished = new Invocation(path, OptionValues.none(), Privacy.PRIVATE, origin);
    List<Choice> choices =
        option.choices().isEmpty()
            ? dispatcher.suggest(option.name(), typed, unfinished)
            : option.choices().stream()
                .filter(choice -> choice.value().startsWith(typed.toLowerCase(Locale.ROOT)))
                .toList();
    return choices.stream().limit(MOST).map(choice -> value(option, choice, from)).toList();
  }

  private static Completion value(OptionSpec option, Choice choice, int from) {
    boolean quoted = !option.takesRestOfLine() && choice.value().chars().anyMatch(c -> c == ' ');
    String written = quoted ? "\"" + choice.value() + "\"" : choice.value();
    String detail = choice.name().equals(choice.value()) ? "" : choice.value();
    return new Completion(choice.name(), detail, from, written + " ");
  }

  private String description(CommandPath path) {
    return registry
        .spec(path.command())
        .flatMap(spec -> spec.subcommand(path.subcommand()))
        .map(SubcommandSpec::description)
        .orElse("");
  }

  /** The names of options that stand in a text as {@code name:} or {@code --name}. */
  private static Set<String> used(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .map(word -> word.startsWith("--") ? word.substring(2) + ":" : word)
        .filter(word -> word.indexOf(':') > 0)
        .map(word -> word.substring(0, word.indexOf(':')).toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static int endOfWord(String line, int from) {
    int end = from;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int startOfLastWord(String line, int least) {
    int start = line.length();
    while (start > least && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
