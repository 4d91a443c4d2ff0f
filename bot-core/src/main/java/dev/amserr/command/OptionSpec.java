package dev.amserr.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command. Made by the factory of its type, optional unless {@link #required()}.
 *
 * @param name under Discord's rules: 1 to 32 of a-z, 0-9, - and _
 * @param description 1 to 100 characters
 * @param extent how much of a line of text it takes
 * @param choices the values of a {@link OptionType#CHOICE}, 1 to 25; empty for other types
 * @param suggestions the name of the {@link Autocomplete} that helps while typing; null for none
 */
public record OptionSpec(
    String name,
    String description,
    OptionType type,
    Presence presence,
    Extent extent,
    List<Choice> choices,
    @Nullable String suggestions,
    Map<Locale, Localisation> localisations) {

  /** The name of the flag that makes an answer public. */
  public static final String SHARE = "share";

  public OptionSpec {
    Names.requireName(name);
    Names.requireDescription(name, description);
    Objects.requireNonNull(type, "type");
    choices = List.copyOf(choices);
    localisations = Map.copyOf(localisations);
    Names.requireDistinct(name, "choice", choices.stream().map(Choice::value).toList());
    if (choices.isEmpty() == (type == OptionType.CHOICE)) {
      throw new IllegalArgumentException(
          name + ": choices belong to the type CHOICE, and only to it");
    }
    if (extent == Extent.REST_OF_LINE && type != OptionType.TEXT && type != OptionType.CODE) {
      throw new IllegalArgumentException(name + ": only a text or a code takes the rest of a line");
    }
    if (suggestions != null && (type == OptionType.CHOICE || type == OptionType.FLAG)) {
      throw new IllegalArgumentException(name + ": its values are fixed, so nothing is suggested");
    }
  }

  /** Whether a command works without it. */
  public enum Presence {
    REQUIRED,
    OPTIONAL
  }

  /** How much of a line an option takes where commands are text. */
  public enum Extent {
    /** A word, or several in quotes. */
    WORD,
    /** Everything that is left, to the letter. */
    REST_OF_LINE
  }

  public static OptionSpec text(String name, String description) {
    return of(name, description, OptionType.TEXT, List.of());
  }

  public static OptionSpec choice(String name, String description, List<Choice> choices) {
    return of(name, description, OptionType.CHOICE, choices);
  }

  public static OptionSpec duration(String name, String description) {
    return of(name, description, OptionType.DURATION, List.of());
  }

  public static OptionSpec instant(String name, String description) {
    return of(name, description, OptionType.INSTANT, List.of());
  }

  public static OptionSpec team(String name, String description) {
    return of(name, description, OptionType.TEAM, List.of());
  }

  public static OptionSpec code(String name, String description) {
    return of(name, description, OptionType.CODE, List.of());
  }

  public static OptionSpec person(String name, String description) {
    return of(name, description, OptionType.PERSON, List.of());
  }

  public static OptionSpec integer(String name, String description) {
    return of(name, description, OptionType.INTEGER, List.of());
  }

  public static OptionSpec flag(String name, String description) {
    return of(name, description, OptionType.FLAG, List.of());
  }

  /** The flag that makes the answer public; platforms know it before the command runs. */
  public static OptionSpec share() {
    return flag(SHARE, "Show the answer to everybody here");
  }

  /** The same, without which the command does not work. */
  public OptionSpec required() {
    return new OptionSpec(
        name, description, type, Presence.REQUIRED, extent, choices, suggestions, localisations);
  }

  /** The same, taking everything that is left of a line of text. */
  public OptionSpec restOfLine() {
    return new OptionSpec(
        name,
        description,
        type,
        presence,
        Extent.REST_OF_LINE,
        choices,
        suggestions,
        localisations);
  }

  /** The same, with help while typing from the {@link Autocomplete} of this name. */
  public OptionSpec suggestedBy(String source) {
    return new OptionSpec(
        name, description, type, presence, extent, choices, source, localisations);
  }

  /** The same, also in another language. */
  public OptionSpec localised(Locale locale, String localName, String localDescription) {
    Map<Locale, Localisation> more = new HashMap<>(localisations);
    more.put(locale, new Localisation(localName, localDescription));
    return new OptionSpec(name, description, type, presence, extent, choices, suggestions, more);
  }

  /** Whether the command works only with it. */
  public boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** Whether it takes everything that is left of a line. */
  public boolean takesRestOfLine() {
    return extent == Extent.REST_OF_LINE;
  }

  /** The name of the source that helps while typing. */
  public Optional<String> autocomplete() {
    return Optional.ofNullable(suggestions);
  }

  /** Whether there is help while typing: from a source, or because everybody knows such values. */
  public boolean isSuggested() {
    return suggestions != null || type == OptionType.DURATION || type == OptionType.INSTANT;
  }

  private static OptionSpec of(
      String name, String description, OptionType type, List<Choice> choices) {
    return new OptionSpec(
        name, description, type, Presence.OPTIONAL, Extent.WORD, choices, null, Map.of());
  }
}
