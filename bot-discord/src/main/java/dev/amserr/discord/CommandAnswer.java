package dev.amserr.discord;

import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Privacy;
import dev.amserr.discord.render.DiscordMessage;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * The answer to a command: at once, or in place of "is thinking…" once that was shown. Who sees it
 * is fixed when "is thinking…" is shown; an answer for others takes its place as a message of its
 * own.
 */
final class CommandAnswer implements Answer {

  private enum State {
    OPEN,
    DEFERRED,
    ANSWERED
  }

  private final IReplyCallback event;
  private final Privacy expected;
  private final Ticket ticket;
  private final DiscordRest rest;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  /**
   * An open answer.
   *
   * @param expected who will see the answer, if all goes well
   * @param rest for an apology where JDA takes the interaction for answered
   */
  CommandAnswer(IReplyCallback event, Privacy expected, Ticket ticket, DiscordRest rest) {
    this.event = event;
    this.expected = expected;
    this.ticket = ticket;
    this.rest = rest;
  }

  /**
   * Shows "is thinking…" and goes on when Discord has taken that; not at all if it was too late.
   */
  void deferThen(Runnable work) {
    if (state.compareAndSet(State.OPEN, State.DEFERRED)) {
      event.deferReply(isPrivate(expected)).queue(hook -> work.run(), ticket::isMessageRefused);
    }
  }

  /** Shows "is thinking…" unless there is an answer already. */
  void deferIfOpen() {
    deferThen(() -> {});
  }

  @Override
  public void send(DiscordMessage message, Privacy privacy, Placement placement) {
    if (state.compareAndSet(State.OPEN, State.ANSWERED)) {
      event
          .reply(message.toCreate())
          .setEphemeral(isPrivate(privacy))
          .queue(hook -> {}, failure -> apologiseAtOnce(failure));
      return;
    }
    InteractionHook hook = event.getHook();
    if (privacy == expected) {
      hook.editOriginal(message.toEdit()).queue(sent -> {}, failure -> apologise(failure));
    } else {
      hook.deleteOriginal()
          .queue(
              gone ->
                  hook.sendMessage(message.toCreate())
                      .setEphemeral(isPrivate(privacy))
                      .queue(sent -> {}, failure -> apologiseAnew(failure)),
              failure -> apologise(failure));
    }
  }

  private void apologiseAtOnce(Throwable failure) {
    if (ticket.isMessageRefused(failure)) {
      rest.answer(event.getId(), event.getToken(), ticket.apology());
    }
  }

  private void apologise(Throwable failure) {
    if (ticket.isMessageRefused(failure)) {
      event
          .getHook()
          .editOriginal(ticket.apology().toEdit())
          .queue(sent -> {}, ticket::isMessageRefused);
    }
  }

  private void apologiseAnew(Throwable failure) {
    if (ticket.isMessageRefused(failure)) {
      event
          .getHook()
          .sendMessage(ticket.apology().toCreate())
          .setEphemeral(true)
          .queue(sent -> {}, ticket::isMessageRefused);
    }
  }

  private static boolean isPrivate(Privacy privacy) {
    return privacy == Privacy.PRIVATE;
  }
}
