package dev.amserr.discord;

import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Localisation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.SubcommandSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** The registry's declarations as Discord takes them. */
final class CommandDeclarations {

  private CommandDeclarations() {}

  /** Every command, and the one in the menu of a message. */
  static List<CommandData> of(CommandRegistry registry, String messageCommand) {
    List<CommandData> all = new ArrayList<>();
    registry.specs().forEach(spec -> all.add(command(spec)));
    all.add(Commands.message(messageCommand));
    return all;
  }

  private static SlashCommandData command(CommandSpec spec) {
    SlashCommandData command = Commands.slash(spec.name(), spec.description());
    localise(
        spec.localisations(), command::setNameLocalization, command::setDescriptionLocalization);
    spec.signature().options().forEach(option -> command.addOptions(option(option)));
    spec.subcommands().forEach(sub -> command.addSubcommands(subcommand(sub)));
    return command;
  }

  private static SubcommandData subcommand(SubcommandSpec spec) {
    SubcommandData subcommand = new SubcommandData(spec.name(), spec.description());
    localise(
        spec.localisations(),
        subcommand::setNameLocalization,
        subcommand::setDescriptionLocalization);
    spec.signature().options().forEach(option -> subcommand.addOptions(option(option)));
    return subcommand;
  }

  private static OptionData option(OptionSpec spec) {
    OptionData option =
        new OptionData(
            type(spec), spec.name(), spec.description(), spec.isRequired(), spec.isSuggested());
    localise(spec.localisations(), option::setNameLocalization, option::setDescriptionLocalization);
    spec.choices().forEach(choice -> option.addChoice(choice.name(), choice.value()));
    return option;
  }

  /** Durations and times are text: {@code 24h}, {@code tomorrow 09:00}. */
  private static OptionType type(OptionSpec spec) {
    return switch (spec.type()) {
      case TEXT, CHOICE, DURATION, INSTANT, TEAM, CODE -> OptionType.STRING;
      case PERSON -> OptionType.USER;
      case INTEGER -> OptionType.INTEGER;
      case FLAG -> OptionType.BOOLEAN;
    };
  }

  private static void localise(
      Map<Locale, Localisation> localisations,
      BiConsumer<DiscordLocale, String> name,
      BiConsumer<DiscordLocale, String> description) {
    Map<DiscordLocale, Localisation> byDiscord = new TreeMap<>();
    localisations.forEach(
        (locale, translation) ->
            discordLocales(locale).forEach(known -> byDiscord.put(known, translation)));
    byDiscord.forEach(
        (locale, translation) -> {
          name.accept(locale, translation.name());
          description.accept(locale, translation.description());
        });
  }

  /** A language without a country means each of its forms: {@code es} is es-ES and es-419. */
  private static List<DiscordLocale> discordLocales(Locale locale) {
    DiscordLocale exact = DiscordLocale.from(locale);
    if (exact != DiscordLocale.UNKNOWN) {
      return List.of(exact);
    }
    return Arrays.stream(DiscordLocale.values())
        .filter(known -> locale.getCountry().isEmpty())
        .filter(known -> known.getLocale().startsWith(locale.getLanguage() + "-"))
        .toList();
  }
}
