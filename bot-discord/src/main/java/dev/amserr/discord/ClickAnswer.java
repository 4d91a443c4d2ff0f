package dev.amserr.discord;

import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Privacy;
import dev.amserr.discord.render.DiscordMessage;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;

/**
 * The answer to a button or a menu. Every use reads the store, so each is acknowledged first; that
 * shows nothing and leaves open who sees the answer.
 */
final class ClickAnswer implements Answer {

  private final IMessageEditCallback event;
  private final Ticket ticket;

  ClickAnswer(IMessageEditCallback event, Ticket ticket) {
    this.event = event;
    this.ticket = ticket;
  }

  /** Acknowledges the click and goes on when Discord has taken that. */
  void deferThen(Runnable work) {
    event.deferEdit().queue(hook -> work.run(), ticket::isMessageRefused);
  }

  @Override
  public void send(DiscordMessage message, Privacy privacy, Placement placement) {
    InteractionHook hook = event.getHook();
    switch (placement) {
      case REPLACE_MESSAGE ->
          hook.editOriginal(message.toEdit()).queue(sent -> {}, failure -> apologise(failure));
      case NEW_MESSAGE ->
          hook.sendMessage(message.toCreate())
              .setEphemeral(privacy == Privacy.PRIVATE)
              .queue(sent -> {}, failure -> apologise(failure));
    }
  }

  private void apologise(Throwable failure) {
    if (ticket.isMessageRefused(failure)) {
      event
          .getHook()
          .sendMessage(ticket.apology().toCreate())
          .setEphemeral(true)
          .queue(sent -> {}, ticket::isMessageRefused);
    }
  }
}
