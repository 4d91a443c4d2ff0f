package dev.amserr.discord;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.command.parse.CommandInput;
import dev.amserr.command.parse.OptionBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/**
 * The command in the menu of a message: calls one of the registry's with the message's text, that
 * of other bots' embeds and of attached text files included.
 *
 * @param path the command that is called
 * @param option the option that takes the text
 */
record MessageCommand(CommandPath path, String option) {

  private static final CommandInput NOTHING_TO_READ =
      new CommandInput.Refused(
          CommandInput.Refused.Cause.UNUSABLE_OPTIONS,
          "There is no text to read in this message. Paste the lines that matter as text, or attach"
              + " them as a .txt or .log file, and try again.");

  /**
   * Finds the option that takes the text: the one that takes the rest of a line.
   *
   * @throws IllegalArgumentException if there is no such command or no such option
   */
  static MessageCommand of(CommandRegistry registry, CommandPath path) {
    Signature signature =
        registry
            .signature(path)
            .orElseThrow(() -> new IllegalArgumentException("There is no command " + path));
    OptionSpec text =
        signature
            .restOption()
            .orElseThrow(
                () -> new IllegalArgumentException(path + " has no option for a whole text"));
    return new MessageCommand(path, text.name());
  }

  /** The call for a message. Waits for Discord if there is {@link AttachedText}. */
  CommandInput input(Message message, OptionBinder binder, Origin origin) {
    String text = text(message) + "\n" + AttachedText.of(message);
    return text.isBlank()
        ? NOTHING_TO_READ
        : binder.bind(path, Map.of(option, text.strip()), origin);
  }

  private static String text(Message message) {
    List<@Nullable String> texts = new ArrayList<>(List.of(message.getContentRaw()));
    for (MessageEmbed embed : message.getEmbeds()) {
      texts.add(embed.getTitle());
      texts.add(embed.getDescription());
      embed.getFields().forEach(field -> texts.add(field.getName() + ": " + field.getValue()));
    }
    return texts.stream()
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
