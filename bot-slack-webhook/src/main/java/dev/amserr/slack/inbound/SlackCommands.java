package dev.amserr.slack.inbound;

import dev.amserr.command.Actor;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.parse.CommandInput;
import dev.amserr.command.parse.OptionBinder;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.SlackManifest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Has the core answer what a person did in Slack. */
public final class SlackCommands {

  private static final String PLATFORM = "slack";

  private final CommandDispatcher dispatcher;
  private final OptionBinder binder;
  private final CommandPath decode;
  private final String decoded;
  private final ZoneId zone;
  private final Supplier<String> correlationIds;

  /**
   * The commands of a registry.
   *
   * @param decode what the message shortcut calls; it needs an option for text
   * @param zone for times that people write: Slack does not say which zone they are in
   * @param correlationIds a fresh id at each call
   */
  public SlackCommands(
      CommandDispatcher dispatcher,
      CommandRegistry registry,
      CommandPath decode,
      ZoneId zone,
      Supplier<String> correlationIds) {
    this.dispatcher = dispatcher;
    this.binder = new OptionBinder(registry);
    this.decode = decode;
    this.decoded =
        registry
            .signature(decode)
            .flatMap(
                signature ->
                    signature
                        .restOption()
                        .or(
                            () ->
                                signature.options().stream()
                                    .filter(OptionSpec::isRequired)
                                    .findFirst()))
            .map(OptionSpec::name)
            .orElseThrow(
                () -> new IllegalArgumentException(decode + " takes no text from a message"));
    this.zone = zone;
    this.correlationIds = correlationIds;
  }

  Origin origin(Interaction.Source source, Instant now) {
    return new Origin(
        new Actor(PLATFORM, source.user(), source.userName(), Set.of()),
        new Place(PLATFORM, source.channel(), source.thread()),
        zone,
        Locale.ENGLISH,
        now,
        correlationIds.get());
  }

  Reply answer(Interaction.Command command, Origin origin) {
    return dispatcher.dispatch(command.name() + " " + command.text(), origin);
  }

  Reply answer(Interaction.Press press, Origin origin) {
    return dispatcher.click(press.actionId(), press.chosen(), origin);
  }

  Reply answer(Interaction.Submission submission, Origin origin) {
    return dispatcher.click(submission.callbackId(), submission.values(), origin);
  }

  Reply answer(Interaction.Shortcut shortcut, Origin origin) {
    return dispatcher.dispatch(input(shortcut, origin), origin);
  }

  private CommandInput input(Interaction.Shortcut shortcut, Origin origin) {
    if (!shortcut.callbackId().equals(SlackManifest.DECODE_SHORTCUT)) {
      return new CommandInput.Refused(
          CommandInput.Refused.Cause.UNKNOWN_COMMAND,
          "The bot no longer knows this shortcut. Write /" + decode.command() + " help instead.");
    }
    if (shortcut.messageText().isBlank()) {
      return new CommandInput.Refused(
          CommandInput.Refused.Cause.UNUSABLE_OPTIONS,
          "This message has no text to decode. Use the shortcut on one with an error code in it.");
    }
    return binder.bind(decode, Map.of(decoded, shortcut.messageText()), origin);
  }
}
