package dev.amserr.command.parse;

import dev.amserr.command.CommandPath;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionType;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.text.NearestNames;
import java.util.List;
import java.util.Optional;

/** Walks over the words behind a command's name and gives each to its option. Used once. */
final class OptionWalk {

  private final CommandPath path;
  private final Signature signature;
  private final Binding binding;
  private final LineScanner scanner;
  private final String line;

  OptionWalk(
      CommandPath path, Signature signature, Origin origin, LineScanner scanner, String line) {
    this.path = path;
    this.signature = signature;
    this.binding = new Binding(path, signature, origin);
    this.scanner = scanner;
    this.line = line;
  }

  CommandInput from(int start) {
    Optional<Word> word = scanner.next(start);
    while (word.isPresent() && !binding.hasFailed()) {
      word = scanner.next(step(word.get()));
    }
    return binding.finish();
  }

  /** Uses up a word, and what belongs to it; returns where to go on. */
  private int step(Word word) {
    Optional<OptionSpec> named = word.hasKey() ? signature.option(word.key()) : Optional.empty();
    if (named.isPresent()) {
      return named(named.get(), word);
    }
    Optional<OptionSpec> rest = signature.restOption().filter(option -> !binding.isGiven(option));
    if (word.form() == Word.Form.DASHED && (rest.isEmpty() || isMistyped(word.key()))) {
      binding.failOnUnknown(word.key());
      return line.length();
    }
    if (rest.isPresent()) {
      return beforeRest(rest.get(), word)
          .map(option -> value(option, word.start(), word))
          .orElseGet(() -> rest(rest.get(), word.start()));
    }
    return positional(word);
  }

  private int named(OptionSpec option, Word word) {
    if (option.takesRestOfLine() && !binding.isGiven(option)) {
      return rest(option, scanner.skipBlanks(word.valueStart()));
    }
    if (!word.value().isEmpty()) {
      return value(option, word.valueStart(), word);
    }
    Optional<Word> next = scanner.next(word.end()).filter(w -> !isOption(w));
    boolean bareFlag = option.type() == OptionType.FLAG && word.form() == Word.Form.DASHED;
    if (bareFlag && next.filter(w -> w.says("true") || w.says("false")).isEmpty()) {
      binding.set(option);
      return word.end();
    }
    if (next.isEmpty()) {
      binding.give(option, "");
      return word.end();
    }
    return value(option, next.get().start(), next.get());
  }

  private boolean isOption(Word word) {
    return word.form() == Word.Form.DASHED
        || (word.hasKey() && signature.option(word.key()).isPresent());
  }

  /** Gives the option a word as it was written, its key too if it has one of no option. */
  private int value(OptionSpec option, int valueStart, Word word) {
    String raw =
        valueStart == word.valueStart() ? word.value() : line.substring(valueStart, word.end());
    Optional<Word> next = scanner.next(word.end());
    if (option.type() == OptionType.INSTANT && next.isPresent()) {
      String both = raw + " " + next.get().value();
      if (next.get().form() == Word.Form.BARE
          && !raw.contains(" ")
          && Character.isDigit(next.get().value().codePointAt(0))
          && binding.accepts(option, both)) {
        binding.give(option, both);
        return next.get().end();
      }
    }
    binding.give(option, raw);
    return word.end();
  }

  private boolean isMistyped(String key) {
    List<String> names = signature.options().stream().map(OptionSpec::name).toList();
    return !NearestNames.of(key, names, 1).isEmpty();
  }

  /** The option before the text that takes this word: a required one, or one that fits it alone. */
  private Optional<OptionSpec> beforeRest(OptionSpec rest, Word word) {
    List<OptionSpec> before =
        signature.options().subList(0, signature.options().indexOf(rest)).stream()
            .filter(option -> option.type() != OptionType.FLAG && !binding.isGiven(option))
            .toList();
    Optional<OptionSpec> required = before.stream().filter(OptionSpec::isRequired).findFirst();
    return required.or(
        () ->
            before.stream()
                .filter(o -> !o.type().takesAnyWord() && binding.accepts(o, written(word)))
                .findFirst());
  }

  private int rest(OptionSpec option, int start) {
    boolean singleLine = line.indexOf('\n', start) < 0 && line.indexOf('\r', start) < 0;
    int end = singleLine ? withoutTrailingOptions(option, scanner.all(start)) : line.length();
    Optional<Word> quoted =
        scanner
            .next(start)
            .filter(w -> w.form() == Word.Form.QUOTED && scanner.skipBlanks(w.end()) >= end);
    binding.give(option, quoted.map(Word::value).orElseGet(() -> line.substring(start, end)));
    return line.length();
  }

  /** Reads options at the end of the text; returns where the text ends. */
  private int withoutTrailingOptions(OptionSpec rest, List<Word> words) {
    int last = words.size() - 1;
    int end = line.length();
    while (last > 0) {
      int width = trailingOption(rest, words, last);
      if (width == 0) {
        break;
      }
      last -= width;
      end = words.get(last).end();
    }
    return end;
  }

  /** How many words at {@code last} and before it are an option that was read: 0, 1 or 2. */
  private int trailingOption(OptionSpec rest, List<Word> words, int last) {
    Word word = words.get(last);
    Optional<OptionSpec> option = trailingKey(rest, word);
    if (option.isPresent()
        && !word.value().isEmpty()
        && binding.accepts(option.get(), word.value())) {
      binding.give(option.get(), word.value());
      return 1;
    }
    boolean flag = option.filter(o -> o.type() == OptionType.FLAG).isPresent();
    if (flag && word.form() == Word.Form.DASHED && word.value().isEmpty()) {
      binding.set(option.get());
      return 1;
    }
    if (last < 2 || word.hasKey()) {
      return 0;
    }
    Word before = words.get(last - 1);
    Optional<OptionSpec> earlier = trailingKey(rest, before).filter(o -> before.value().isEmpty());
    if (earlier.isPresent() && binding.accepts(earlier.get(), word.value())) {
      binding.give(earlier.get(), word.value());
      return 2;
    }
    return 0;
  }

  private Optional<OptionSpec> trailingKey(OptionSpec rest, Word word) {
    return word.hasKey()
        ? signature.option(word.key()).filter(o -> !o.equals(rest) && !binding.isGiven(o))
        : Optional.empty();
  }

  /** A word without a key goes to the only option that it can mean. */
  private int positional(Word word) {
    String written = written(word);
    List<OptionSpec> open =
        signature.options().stream()
            .filter(o -> o.type() != OptionType.FLAG && !binding.isGiven(o))
            .filter(o -> word.form() != Word.Form.COLON || takesColon(o))
            .filter(o -> binding.accepts(o, written))
            .toList();
    boolean mention = written.startsWith("<@") && written.endsWith(">");
    List<OptionSpec> fitting =
        open.stream()
            .filter(o -> mention ? o.type() == OptionType.PERSON : !o.type().takesAnyWord())
            .toList();
    List<OptionSpec> candidates = fitting.isEmpty() ? open : fitting;
    if (candidates.isEmpty()) {
      failOnUnknownWord(word);
      return line.length();
    }
    OptionSpec first = candidates.get(0);
    if (candidates.size() > 1 && !first.isRequired()) {
      List<String> forms = candidates.stream().map(o -> o.name() + ":" + written).toList();
      binding.fail(
          OptionReader.quote(written)
              + " could mean more than one thing. Write "
              + String.join(" or ", forms)
              + ".");
      return line.length();
    }
    return value(first, word.start(), word);
  }

  /** Only codes and times are written with a colon of their own. */
  private static boolean takesColon(OptionSpec option) {
    return option.type() == OptionType.CODE || !option.type().takesAnyWord();
  }

  private void failOnUnknownWord(Word word) {
    if (word.hasKey()) {
      binding.failOnUnknown(word.key());
      return;
    }
    List<OptionSpec> left = signature.options().stream().filter(o -> !binding.isGiven(o)).toList();
    List<OptionSpec> values = left.stream().filter(o -> o.type() != OptionType.FLAG).toList();
    if (values.size() == 1 && !values.get(0).type().takesAnyWord()) {
      binding.give(values.get(0), word.value());
      return;
    }
    List<String> near =
        NearestNames.of(word.value(), left.stream().map(OptionSpec::name).toList(), 1);
    String hint = near.isEmpty() ? "" : " Did you mean " + near.get(0) + ":…?";
    binding.fail(
        path
            + " has no use for "
            + OptionReader.quote(word.value())
            + "."
            + hint
            + binding.takes());
  }

  private String written(Word word) {
    return word.hasKey() ? line.substring(word.start(), word.end()) : word.value();
  }
}
