package dev.amserr.discord;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionValues;
import dev.amserr.command.Origin;
import dev.amserr.command.PersonRef;
import dev.amserr.command.Signature;
import dev.amserr.command.reply.Privacy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** What an interaction calls, with its options as text. */
final class RawOptions {

  private RawOptions() {}

  static CommandPath path(CommandInteractionPayload event) {
    String subcommand = event.getSubcommandName();
    return CommandPath.of(event.getName(), subcommand == null ? "" : subcommand);
  }

  /** Every option by name; a person as {@code <@ID>}. */
  static Map<String, String> of(CommandInteractionPayload event) {
    Map<String, String> raw = new LinkedHashMap<>();
    event.getOptions().forEach(option -> raw.put(option.getName(), text(option)));
    return raw;
  }

  /** The call as far as it is typed: what needs no parsing, for suggestions to look at. */
  static Invocation unfinished(
      CommandInteractionPayload event, CommandRegistry registry, Origin origin) {
    CommandPath path = path(event);
    Map<String, Object> values = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      registry
          .signature(path)
          .flatMap((Signature signature) -> signature.option(option.getName()))
          .flatMap(spec -> value(spec, option))
          .ifPresent(value -> values.put(option.getName(), value));
    }
    return new Invocation(path, new OptionValues(values), Privacy.PRIVATE, origin);
  }

  private static Optional<Object> value(OptionSpec spec, OptionMapping option) {
    return switch (spec.type()) {
      case TEXT, CHOICE, TEAM, CODE -> Optional.of(option.getAsString());
      case PERSON -> Optional.of(new PersonRef.ById(option.getAsString()));
      case DURATION, INSTANT, INTEGER, FLAG -> Optional.empty();
    };
  }

  private static String text(OptionMapping option) {
    return option.getType() == OptionType.USER
        ? "<@" + option.getAsString() + ">"
        : option.getAsString();
  }
}
