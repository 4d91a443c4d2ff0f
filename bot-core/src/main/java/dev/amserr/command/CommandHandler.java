package dev.amserr.command;

import dev.amserr.command.reply.Reply;

/** Answers a command. Whatever it throws becomes an answer with a correlation id. */
@FunctionalInterface
public interface CommandHandler {

  Reply handle(Invocation invocation);
}
