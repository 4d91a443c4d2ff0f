package dev.amserr.command.parse;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an invocation of options that a platform has already told apart. Checks everything again:
 * suggestions bind nobody, and a platform's declarations may be older than ours.
 */
public final class OptionBinder {

  private final CommandRegistry registry;

  public OptionBinder(CommandRegistry registry) {
    this.registry = registry;
  }

  /**
   * Binds each option by its name.
   *
   * @param raw the values as text; a person as {@code <@ID>}
   */
  public CommandInput bind(CommandPath path, Map<String, String> raw, Origin origin) {
    Optional<Signature> signature = registry.signature(path);
    if (signature.isEmpty()) {
      return new CommandInput.Refused(
          CommandInput.Refused.Cause.UNKNOWN_COMMAND,
          "There is no command " + path + " any more. Reload the app and pick it anew.");
    }
    Binding binding = new Binding(path, signature.get(), origin);
    raw.forEach(
        (name, value) -> {
          Optional<OptionSpec> option = signature.get().option(name);
          if (option.isPresent()) {
            binding.give(option.get(), value);
          } else {
            binding.failOnUnknown(name);
          }
        });
    return binding.finish();
  }
}
