package dev.amserr.discord;

import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Privacy;
import dev.amserr.discord.render.DiscordMessage;

/** The one answer to an interaction. */
interface Answer {

  /** Sends it, as far as Discord still takes it. */
  void send(DiscordMessage message, Privacy privacy, Placement placement);

  /** Sends a sentence to whoever asked. */
  default void sendPrivately(DiscordMessage message) {
    send(message, Privacy.PRIVATE, Placement.NEW_MESSAGE);
  }
}
