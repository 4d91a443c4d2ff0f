package dev.amserr.command.dispatch;

import dev.amserr.command.AccessRules;
import dev.amserr.command.reply.Reply;
import java.util.function.Supplier;

/** Asks the rules before every call. */
final class Rights implements Guard {

  private final AccessRules rules;

  Rights(AccessRules rules) {
    this.rules = rules;
  }

  @Override
  public Answer around(Call call, Supplier<Answer> next) {
    if (call.access().isOpen()) {
      return next.get();
    }
    return rules
        .decide(call.access(), call.origin().actor())
        .fold(
            permitted -> next.get(),
            denied -> new Answer(Reply.of(denied.reason()), Outcome.DENIED));
  }
}
