package dev.amserr.command.parse;

import dev.amserr.command.Choice;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Origin;
import dev.amserr.command.PersonRef;
import dev.amserr.command.reply.Overflow;
import dev.amserr.text.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was written for an option as a value of its type. */
final class OptionReader {

  private static final Pattern MENTION = Pattern.compile("<@!?([A-Za-z0-9]{1,32})(\\|[^>]*)?>");
  private static final int LONGEST_ECHO = 60;

  private final Origin origin;

  OptionReader(Origin origin) {
    this.origin = origin;
  }

  /** What was read. */
  sealed interface Reading {
    default <T> T fold(Function<Value, T> value, Function<Unreadable, T> unreadable) {
      return this instanceof Value v ? value.apply(v) : unreadable.apply((Unreadable) this);
    }
  }

  /** A value of the option's {@link dev.amserr.command.OptionType#valueType()}. */
  record Value(Object value) implements Reading {}

  /** What is wrong and what to write. */
  record Unreadable(String sentence) implements Reading {}

  Reading read(OptionSpec option, String raw) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return new Unreadable(
          option.name()
              + " is empty. Write "
              + option.name()
              + ":… ("
              + option.description()
              + ").");
    }
    return switch (option.type()) {
      case TEXT, CODE -> new Value(option.takesRestOfLine() ? raw : text);
      case TEAM -> new Value(text);
      case PERSON -> new Value(person(text));
      case CHOICE -> choice(option, text);
      case INTEGER -> orElse(integer(text), option, text, "a whole number", "12");
      case FLAG -> orElse(flag(text), option, text, "yes or no", "true or false");
      case DURATION ->
          orElse(Durations.parse(text), option, text, "a length of time", "24h, 1h30m or 7d");
      case INSTANT ->
          orElse(
              Times.parse(text, origin.at(), origin.zone()),
              option,
              text,
              "a time",
              "14:30, \"tomorrow 09:00\", \"2026-03-09 14:30\", +2h or 2026-03-09T13:30:00Z");
    };
  }

  /** A written text, short enough to stand in a sentence. */
  static String quote(String written) {
    return "“" + Overflow.text(written.strip(), LONGEST_ECHO) + "”";
  }

  private static Reading choice(OptionSpec option, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (Choice choice : option.choices()) {
      if (choice.value().toLowerCase(Locale.ROOT).equals(wanted)
          || choice.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return new Value(choice.value());
      }
    }
    List<String> values = option.choices().stream().map(Choice::value).toList();
    List<String> near = NearestNames.of(text, values, 1);
    String hint = near.isEmpty() ? "" : "Did you mean " + near.get(0) + "? ";
    return new Unreadable(
        quote(text)
            + " is no "
            + option.name()
            + ". "
            + hint
            + "Choose from "
            + String.join(", ", values)
            + ".");
  }

  private static Object person(String text) {
    Matcher mention = MENTION.matcher(text);
    if (mention.matches()) {
      return new PersonRef.ById(mention.group(1));
    }
    return new PersonRef.ByName(
        text.startsWith("@") && text.length() > 1 ? text.substring(1) : text);
  }

  private static Optional<Long> integer(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> Optional.of(true);
      case "false", "no", "off", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Reading orElse(
      Optional<?> value, OptionSpec option, String text, String kind, String examples) {
    if (value.isPresent()) {
      return new Value(value.get());
    }
    return new Unreadable(
        option.name() + " must be " + kind + ", not " + quote(text) + ". Write " + examples + ".");
  }
}
