package dev.amserr.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a command, the single source of everything a platform knows about it.
 *
 * <p>A command has either options or subcommands (Discord's rule). Where commands are text, two
 * things make that bearable: a word that is no subcommand goes to the default one, and a command
 * with options can lend itself the subcommands of another.
 *
 * @param signature what the command itself takes; without options where there are subcommands
 * @param defaultSubcommand which subcommand a line means that names none; null for none
 * @param borrowed the command whose subcommands a line may name after this one too; null for none
 */
public record CommandSpec(
    String name,
    String description,
    Signature signature,
    List<SubcommandSpec> subcommands,
    @Nullable String defaultSubcommand,
    @Nullable String borrowed,
    Map<Locale, Localisation> localisations) {

  public CommandSpec {
    Names.requireName(name);
    Names.requireDescription(name, description);
    Objects.requireNonNull(signature, "signature");
    subcommands = List.copyOf(subcommands);
    localisations = Map.copyOf(localisations);
    List<String> names = subcommands.stream().map(SubcommandSpec::name).toList();
    Names.requireDistinct("/" + name, "subcommand", names);
    if (!subcommands.isEmpty() && !signature.options().isEmpty()) {
      throw new IllegalArgumentException("/" + name + " has both options and subcommands");
    }
    if (defaultSubcommand != null && !names.contains(defaultSubcommand)) {
      throw new IllegalArgumentException(
          "/" + name + " has no subcommand " + defaultSubcommand + " to go to");
    }
    if (borrowed != null && (!subcommands.isEmpty() || borrowed.equals(name))) {
      throw new IllegalArgumentException(
          "/" + name + " can't borrow subcommands of " + borrowed + ": it has its own");
    }
  }

  /** A command with options, or with nothing. */
  public static CommandSpec of(String name, String description, Signature signature) {
    return new CommandSpec(name, description, signature, List.of(), null, null, Map.of());
  }

  /** A command with subcommands. */
  public static CommandSpec of(
      String name, String description, SubcommandSpec first, SubcommandSpec... others) {
    List<SubcommandSpec> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    return new CommandSpec(name, description, Signature.of(), all, null, null, Map.of());
  }

  /** The same; a line that names no subcommand means this one. */
  public CommandSpec defaultingTo(String subcommand) {
    return new CommandSpec(
        name, description, signature, subcommands, subcommand, borrowed, localisations);
  }

  /**
   * The same; where commands are text, the other command's subcommands work after this name too.
   */
  public CommandSpec textSubcommandsOf(String command) {
    return new CommandSpec(
        name, description, signature, subcommands, defaultSubcommand, command, localisations);
  }

  /** The same, also in another language. */
  public CommandSpec localised(Locale locale, String localName, String localDescription) {
    Map<Locale, Localisation> more = new HashMap<>(localisations);
    more.put(locale, new Localisation(localName, localDescription));
    return new CommandSpec(
        name, description, signature, subcommands, defaultSubcommand, borrowed, more);
  }

  public Optional<SubcommandSpec> subcommand(String subcommand) {
    return subcommands.stream().filter(sub -> sub.name().equals(subcommand)).findFirst();
  }

  /** Which subcommand a line means that names none. */
  public Optional<SubcommandSpec> fallback() {
    return defaultSubcommand == null ? Optional.empty() : subcommand(defaultSubcommand);
  }

  /** The command whose subcommands a line may name after this one too. */
  public Optional<String> borrowedCommand() {
    return Optional.ofNullable(borrowed);
  }

  /** Everything that can be called, with the path to it, in the order of declaration. */
  public Map<CommandPath, Signature> signatures() {
    Map<CommandPath, Signature> all = new LinkedHashMap<>();
    if (subcommands.isEmpty()) {
      all.put(CommandPath.of(name), signature);
    }
    subcommands.forEach(sub -> all.put(CommandPath.of(name, sub.name()), sub.signature()));
    return all;
  }
}
