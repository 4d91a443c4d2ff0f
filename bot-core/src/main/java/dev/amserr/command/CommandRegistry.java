package dev.amserr.command;

import dev.amserr.text.NearestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every command and action of the bot. Made once at start; a mistake in it stops the start. */
public final class CommandRegistry {

  private final Map<String, CommandSpec> specs;
  private final Map<CommandPath, Signature> signatures = new LinkedHashMap<>();
  private final Map<CommandPath, CommandHandler> handlers;
  private final Map<String, Autocomplete> autocompletes;
  private final Map<String, RegisteredAction> actions;

  private CommandRegistry(Builder builder) {
    specs = new LinkedHashMap<>(builder.specs);
    handlers = Map.copyOf(builder.handlers);
    autocompletes = Map.copyOf(builder.autocompletes);
    actions = Map.copyOf(builder.actions);
    specs.values().forEach(spec -> signatures.putAll(spec.signatures()));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** An action with who carries it out. */
  public record RegisteredAction(ActionSpec spec, ActionHandler handler) {}

  /** All declarations in the order of registration. */
  public List<CommandSpec> specs() {
    return List.copyOf(specs.values());
  }

  public Optional<CommandSpec> spec(String command) {
    return Optional.ofNullable(specs.get(command));
  }

  public Optional<Signature> signature(CommandPath path) {
    return Optional.ofNullable(signatures.get(path));
  }

  public Optional<CommandHandler> handler(CommandPath path) {
    return Optional.ofNullable(handlers.get(path));
  }

  public Optional<Autocomplete> autocomplete(String source) {
    return Optional.ofNullable(autocompletes.get(source));
  }

  public Optional<RegisteredAction> action(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  /** Commands that somebody may have meant, nearest first, at most three. */
  public List<String> nearest(String typed) {
    return NearestNames.of(typed, specs.keySet(), 3);
  }

  /** The subcommands that a line may name after a command: its own, else borrowed ones. */
  public Map<String, CommandPath> textSubcommands(CommandSpec spec) {
    CommandSpec source = spec.borrowedCommand().flatMap(this::spec).orElse(spec);
    Map<String, CommandPath> paths = new LinkedHashMap<>();
    source
        .subcommands()
        .forEach(sub -> paths.put(sub.name(), CommandPath.of(source.name(), sub.name())));
    return paths;
  }

  /** Collects what features hand in. Every method throws IllegalArgumentException on a mistake. */
  public static final class Builder {

    private final Map<String, CommandSpec> specs = new LinkedHashMap<>();
    private final Map<CommandPath, CommandHandler> handlers = new LinkedHashMap<>();
    private final Map<String, Autocomplete> autocompletes = new TreeMap<>();
    private final Map<String, RegisteredAction> actions = new TreeMap<>();

    private Builder() {}

    /** A command without subcommands. */
    public Builder command(CommandSpec spec, CommandHandler handler) {
      if (!spec.subcommands().isEmpty()) {
        throw new IllegalArgumentException(
            "/" + spec.name() + " needs a handler for each subcommand");
      }
      declare(spec);
      handlers.put(CommandPath.of(spec.name()), handler);
      return this;
    }

    /** A command with a handler for each of its subcommands. */
    public Builder command(CommandSpec spec, Map<String, CommandHandler> bySubcommand) {
      Set<String> declared =
          Set.copyOf(spec.subcommands().stream().map(SubcommandSpec::name).toList());
      if (declared.isEmpty() || !declared.equals(bySubcommand.keySet())) {
        throw new IllegalArgumentException(
            "/"
                + spec.name()
                + " declares "
                + sorted(declared)
                + " but has handlers for "
                + sorted(bySubcommand.keySet()));
      }
      declare(spec);
      bySubcommand.forEach(
          (name, handler) -> handlers.put(CommandPath.of(spec.name(), name), handler));
      return this;
    }

    /** A source of suggestions, under the name that options refer to. */
    public Builder autocomplete(String name, Autocomplete source) {
      once("The autocomplete source " + name, autocompletes.put(name, source));
      return this;
    }

    public Builder action(ActionSpec spec, ActionHandler handler) {
      once(
          "The action " + spec.name(),
          actions.put(spec.name(), new RegisteredAction(spec, handler)));
      return this;
    }

    /** The registry, if everything that is referred to is there. */
    public CommandRegistry build() {
      for (CommandSpec spec : specs.values()) {
        spec.borrowedCommand().ifPresent(other -> requireSubcommands(spec, other));
        spec.signatures().forEach(this::requireSources);
      }
      return new CommandRegistry(this);
    }

    private void declare(CommandSpec spec) {
      once("The command /" + spec.name(), specs.put(spec.name(), spec));
    }

    private void requireSubcommands(CommandSpec spec, String other) {
      CommandSpec source = specs.get(other);
      if (source == null || source.subcommands().isEmpty()) {
        throw new IllegalArgumentException(
            "/" + spec.name() + " borrows the subcommands of /" + other + ", which has none");
      }
    }

    private void requireSources(CommandPath path, Signature signature) {
      for (OptionSpec option : signature.options()) {
        option
            .autocomplete()
            .filter(source -> !autocompletes.containsKey(source))
            .ifPresent(
                source -> {
                  throw new IllegalArgumentException(
                      path
                          + ": "
                          + option.name()
                          + " is suggested by "
                          + source
                          + ", which is not registered");
                });
      }
    }

    private static void once(String what, @Nullable Object before) {
      if (before != null) {
        throw new IllegalArgumentException(what + " is registered twice");
      }
    }

    private static List<String> sorted(Collection<String> names) {
      List<String> list = new ArrayList<>(names);
      list.sort(null);
      return list;
    }
  }
}
