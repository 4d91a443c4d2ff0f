package dev.amserr.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Origin;
import dev.amserr.command.Pace;
import dev.amserr.command.Signature;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.parse.CommandInput;
import dev.amserr.command.parse.OptionBinder;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.discord.render.DiscordMessage;
import dev.amserr.discord.render.ReplyRenderer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what people do in Discord into calls, and what comes back into answers. Listens on JDA's
 * event threads and never waits there; handlers run on workers.
 */
final class Interactions extends ListenerAdapter {

  /** What the menu of a message calls the command. */
  static final String MESSAGE_COMMAND = "Decode errors";

  private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

  /** Discord waits 3 seconds; what takes longer than this is deferred. */
  private static final Duration DIRECT = Duration.ofMillis(1_800);

  private static final DiscordMessage BUSY =
      DiscordMessage.of("The bot is busy or restarting. Try again in a minute.");

  private final CommandRegistry registry;
  private final CommandDispatcher dispatcher;
  private final OptionBinder binder;
  private final MessageCommand messageCommand;
  private final Origins origins;
  private final Workers workers;
  private final DiscordRest rest;
  private final DiscordMetrics metrics;
  private final ReplyRenderer renderer = new ReplyRenderer();

  /** Discord may deliver twice; an interaction's token lives 15 minutes. */
  private final Cache<Long, Boolean> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(15)).build();

  Interactions(
      CommandRegistry registry,
      CommandDispatcher dispatcher,
      MessageCommand messageCommand,
      Origins origins,
      Workers workers,
      DiscordRest rest,
      DiscordMetrics metrics) {
    this.registry = registry;
    this.dispatcher = dispatcher;
    this.binder = new OptionBinder(registry);
    this.messageCommand = messageCommand;
    this.origins = origins;
    this.workers = workers;
    this.rest = rest;
    this.metrics = metrics;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    once(
        event,
        () -> {
          CommandPath path = RawOptions.path(event);
          Origin origin = origins.of(event);
          command(event, binder.bind(path, RawOptions.of(event), origin), origin, path.toString());
        });
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    once(
        event,
        () -> {
          Origin origin = origins.of(event);
          Message message = event.getTarget();
          if (AttachedText.isIn(message)) {
            decodeLater(event, message, origin);
          } else {
            command(event, messageCommand.input(message, binder, origin), origin, MESSAGE_COMMAND);
          }
        });
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    once(event, () -> click(event, List.of()));
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    once(event, () -> click(event, event.getValues()));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    Ticket ticket = ticket(event, "suggestions for " + event.getFullCommandName());
    workers.offer(
        () -> {
          List<Command.Choice> choices =
              dispatcher
                  .suggest(
                      event.getFocusedOption().getName(),
                      event.getFocusedOption().getValue(),
                      RawOptions.unfinished(event, registry, origins.of(event)))
                  .stream()
                  .map(choice -> new Command.Choice(choice.name(), choice.value()))
                  .toList();
          event.replyChoices(choices).queue(done -> {}, ticket::isMessageRefused);
        });
  }

  private void command(IReplyCallback event, CommandInput input, Origin origin, String name) {
    Ticket ticket = ticket(event, name);
    CommandAnswer answer = new CommandAnswer(event, privacy(input), ticket, rest);
    Runnable work = () -> run(answer, ticket, () -> dispatcher.dispatch(input, origin));
    if (pace(input) == Pace.DEFERRED) {
      answer.deferThen(work);
    } else {
      work.run();
      workers.after(DIRECT, answer::deferIfOpen);
    }
  }

  /** Files must be fetched first, so this takes its time. */
  private void decodeLater(IReplyCallback event, Message message, Origin origin) {
    Ticket ticket = ticket(event, MESSAGE_COMMAND);
    CommandAnswer answer = new CommandAnswer(event, Privacy.PRIVATE, ticket, rest);
    Supplier<Reply> call =
        () -> dispatcher.dispatch(messageCommand.input(message, binder, origin), origin);
    answer.deferThen(() -> run(answer, ticket, call));
  }

  private void click(GenericComponentInteractionCreateEvent event, List<String> chosen) {
    Ticket ticket = ticket(event, event.getComponentId());
    ClickAnswer answer = new ClickAnswer(event, ticket);
    Origin origin = origins.of(event);
    answer.deferThen(
        () -> run(answer, ticket, () -> dispatcher.click(event.getComponentId(), chosen, origin)));
  }

  private void run(Answer answer, Ticket ticket, Supplier<Reply> call) {
    boolean accepted = workers.offer(() -> answer(answer, ticket, call));
    if (!accepted) {
      metrics.turnedAway();
      LOG.warn("No worker for {} [{}]", ticket.name(), ticket.correlationId());
      answer.sendPrivately(BUSY);
    }
  }

  /** The error boundary: the dispatcher answers for handlers, this one for everything after. */
  private void answer(Answer answer, Ticket ticket, Supplier<Reply> call) {
    try {
      Reply reply = call.get();
      ReaderTime time = new ReaderTime(origins.zone(), clock().instant());
      answer.send(renderer.render(reply, time), reply.privacy(), reply.placement());
    } catch (RuntimeException failure) {
      LOG.error("{} [{}] failed", ticket.name(), ticket.correlationId(), failure);
      answer.sendPrivately(ticket.apology());
    }
  }

  /** Handles each interaction once; what goes wrong before a handler runs is answered too. */
  private void once(IReplyCallback event, Runnable handling) {
    if (seen.asMap().putIfAbsent(event.getIdLong(), true) != null) {
      return;
    }
    try {
      handling.run();
    } catch (RuntimeException failure) {
      Ticket ticket = ticket(event, "An interaction");
      LOG.error("{} [{}] failed", ticket.name(), ticket.correlationId(), failure);
      new CommandAnswer(event, Privacy.PRIVATE, ticket, rest).sendPrivately(ticket.apology());
    }
  }

  private Pace pace(CommandInput input) {
    return input.fold(
        ready ->
            registry
                .signature(ready.invocation().path())
                .map(Signature::pace)
                .orElse(Pace.IMMEDIATE),
        help -> Pace.IMMEDIATE,
        refused -> Pace.IMMEDIATE);
  }

  private static Privacy privacy(CommandInput input) {
    return input.fold(
        ready -> ready.invocation().privacy(), help -> Privacy.PRIVATE, refused -> Privacy.PRIVATE);
  }

  private Ticket ticket(Interaction event, String name) {
    return new Ticket(name, event, clock(), metrics);
  }

  private Clock clock() {
    return origins.clock();
  }
}
