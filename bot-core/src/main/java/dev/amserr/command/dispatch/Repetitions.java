package dev.amserr.command.dispatch;

import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Invocation;
import dev.amserr.command.Origin;
import dev.amserr.command.Signature;
import dev.amserr.command.parse.OptionBinder;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Reply;
import java.util.Optional;

/** Shares answers by asking again, where a command allows it. */
final class Repetitions {

  private final CommandRegistry registry;
  private final OptionBinder binder;
  private final Actions actions;

  Repetitions(CommandRegistry registry, Actions actions) {
    this.registry = registry;
    this.binder = new OptionBinder(registry);
    this.actions = actions;
  }

  /** The id of the button that shares the answer to a call; empty if it must be stored instead. */
  Optional<ActionId> button(Invocation call) {
    return isRepeatable(call) ? RepeatableCall.id(Actions.SHARE, call) : Optional.empty();
  }

  /** Makes the call of a button that was pressed, once, for all to see. */
  Answer carryOut(ActionId id, RepeatableCall call, Origin origin) {
    return binder
        .bind(call.path(), call.options(), origin)
        .fold(
            ready ->
                isRepeatable(ready.invocation())
                    ? once(id, call, ready.invocation())
                    : Clicks.tooOld(),
            help -> Clicks.tooOld(),
            refused -> Clicks.tooOld());
  }

  private Answer once(ActionId id, RepeatableCall call, Invocation invocation) {
    Origin origin = invocation.origin();
    return Clicks.withRecord(
        actions.claim(id, call.madeAt(), origin),
        claimed ->
            registry
                .handler(invocation.path())
                .map(handler -> Answer.answered(publicly(handler, invocation)))
                .orElseGet(Clicks::tooOld));
  }

  private static Reply publicly(CommandHandler handler, Invocation call) {
    Reply reply = handler.handle(call.repeatedPublicly());
    return reply.shared().orElse(reply).publicly().unshareable();
  }

  private boolean isRepeatable(Invocation call) {
    return registry.signature(call.path()).filter(Signature::isRepeatable).isPresent();
  }
}
