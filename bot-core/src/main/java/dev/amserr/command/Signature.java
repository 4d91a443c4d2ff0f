package dev.amserr.command;

import dev.amserr.command.reply.Privacy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be called: options, who may, how soon it answers, examples.
 *
 * @param options required ones first (Discord's rule), at most one that takes the rest of a line
 * @param examples lines that work as they stand, such as {@code /amserr 0x8088002E}
 * @param isRepeatable whether an answer is shared by asking again: it is for everyone, changes
 *     nothing and says the same a little later
 */
public record Signature(
    List<OptionSpec> options,
    AccessRule access,
    Pace pace,
    List<String> examples,
    boolean isRepeatable) {

  public Signature {
    options = List.copyOf(options);
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(pace, "pace");
    examples = List.copyOf(examples);
    List<String> names = options.stream().map(OptionSpec::name).toList();
    Names.requireDistinct("A command", "option", names);
    if (options.stream().filter(OptionSpec::takesRestOfLine).count() > 1) {
      throw new IllegalArgumentException("Only one option can take the rest of a line: " + names);
    }
    if (isRepeatable && !access.equals(AccessRule.everyone())) {
      throw new IllegalArgumentException("Only what is for everyone is repeated: " + names);
    }
    for (int i = 1; i < options.size(); i++) {
      if (options.get(i).isRequired() && !options.get(i - 1).isRequired()) {
        throw new IllegalArgumentException(
            "Required options come first: " + options.get(i).name() + " in " + names);
      }
    }
  }

  /** For everyone, answered at once. */
  public static Signature of(OptionSpec... options) {
    return new Signature(List.of(options), AccessRule.everyone(), Pace.IMMEDIATE, List.of(), false);
  }

  /** The same, for these people. */
  public Signature access(AccessRule rule) {
    return new Signature(options, rule, pace, examples, isRepeatable);
  }

  /** The same, answering only after a store was asked. */
  public Signature deferred() {
    return new Signature(options, access, Pace.DEFERRED, examples, isRepeatable);
  }

  /** The same, with examples. */
  public Signature examples(String... lines) {
    return new Signature(options, access, pace, List.of(lines), isRepeatable);
  }

  /** The same, its answers shared by asking again. */
  public Signature repeatable() {
    return new Signature(options, access, pace, examples, true);
  }

  public Optional<OptionSpec> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** The option that takes the rest of a line. */
  public Optional<OptionSpec> restOption() {
    return options.stream().filter(OptionSpec::takesRestOfLine).findFirst();
  }

  /** Who will see the answer: everybody if {@code share} is declared and asked for. */
  public Privacy privacy(OptionValues values) {
    return option(OptionSpec.SHARE).isPresent() && values.flag(OptionSpec.SHARE)
        ? Privacy.PUBLIC
        : Privacy.PRIVATE;
  }
}
