package dev.amserr.command;

import java.util.List;
import java.util.stream.Collectors;

/** How a call is written: {@code /oncall cover team:… [level:primary|backup]}. */
final class Usage {

  private static final int MOST_CHOICES_NAMED = 5;

  private Usage() {}

  static String of(CommandPath path, Signature signature) {
    return signature.options().stream()
        .map(option -> " " + of(option))
        .collect(Collectors.joining("", path.toString(), ""));
  }

  /** Who may, in words. */
  static String of(AccessRule rule) {
    return rule.fold(
        () -> "everyone",
        () -> "people in a roster",
        () -> "people of the team",
        role -> "the role " + role.name(),
        () -> "operators");
  }

  private static String of(OptionSpec option) {
    String form;
    if (option.takesRestOfLine()) {
      form = option.name() + "…";
    } else if (option.type() == OptionType.FLAG) {
      form = "--" + option.name();
    } else {
      form = option.name() + ":" + values(option.choices());
    }
    return option.isRequired() ? form : "[" + form + "]";
  }

  private static String values(List<Choice> choices) {
    return choices.isEmpty() || choices.size() > MOST_CHOICES_NAMED
        ? "…"
        : choices.stream().map(Choice::value).collect(Collectors.joining("|"));
  }
}
