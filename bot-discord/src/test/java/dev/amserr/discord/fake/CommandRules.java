package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What Discord refuses in declarations (its reference, "Application Commands"). */
final class CommandRules {

  private CommandRules() {}

  /** What is wrong first; empty if nothing is. */
  static Optional<String> broken(JsonNode commands) {
    Set<String> names = new HashSet<>();
    for (JsonNode command : commands) {
      String name = command.path("name").asText();
      int type = command.path("type").asInt(1);
      if (!names.add(type + name)) {
        return Optional.of(name + " twice");
      }
      if (type == 1) {
        Optional<String> wrong = named(command).or(() -> options(command));
        if (wrong.isPresent()) {
          return wrong;
        }
      } else if (name.isBlank() || name.length() > 32 || command.path("description").size() > 0) {
        return Optional.of("context command " + name);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(JsonNode thing) {
    String name = thing.path("name").asText();
    if (!name.matches("[-_\\p{L}\\p{N}]{1,32}") || !name.equals(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("name " + name);
    }
    int description = thing.path("description").asText().length();
    return description < 1 || description > 100
        ? Optional.of("description of " + name)
        : Optional.empty();
  }

  private static Optional<String> options(JsonNode command) {
    JsonNode options = command.path("options");
    Set<String> names = new HashSet<>();
    boolean optionalSeen = false;
    boolean subcommands = false;
    boolean values = false;
    for (JsonNode option : options) {
      int type = option.path("type").asInt();
      boolean subcommand = type == 1 || type == 2;
      subcommands |= subcommand;
      values |= !subcommand;
      Optional<String> wrong =
          named(option).or(() -> subcommand ? options(option) : choices(option));
      if (wrong.isPresent()) {
        return wrong;
      }
      boolean required = option.path("required").asBoolean();
      if (required && optionalSeen) {
        return Optional.of("required options first: " + option.path("name"));
      }
      optionalSeen |= !required && !subcommand;
      if (!names.add(option.path("name").asText())) {
        return Optional.of("option twice: " + option.path("name"));
      }
    }
    return options.size() > 25 || (subcommands && values)
        ? Optional.of("options of " + command.path("name"))
        : Optional.empty();
  }

  private static Optional<String> choices(JsonNode option) {
    JsonNode choices = option.path("choices");
    boolean both = !choices.isEmpty() && option.path("autocomplete").asBoolean();
    return choices.size() > 25 || both
        ? Optional.of("choices of " + option.path("name"))
        : Optional.empty();
  }
}
