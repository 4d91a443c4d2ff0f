package dev.amserr.command;

import dev.amserr.command.reply.Reply;
import java.util.Optional;

/** Does what a button or a menu is for. */
@FunctionalInterface
public interface ActionHandler {

  Reply handle(Click click);

  /**
   * Why this person can't use it now, asked before an action that works once is used up; empty if
   * they can. For what depends on the state, such as "only who asked may confirm".
   */
  default Optional<Reply> objection(Click click) {
    return Optional.empty();
  }
}
