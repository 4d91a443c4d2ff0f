package dev.amserr.command.dispatch;

import dev.amserr.command.ActionSpec;
import dev.amserr.command.Click;
import dev.amserr.command.CommandRegistry.RegisteredAction;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.storage.ShortLivedRecords.Found;
import dev.amserr.storage.ShortLivedRecords.Lookup;
import java.util.List;
import java.util.function.Function;

/** Carries out a click, or says plainly why the button does nothing any more. */
final class Clicks {

  private static final String AGAIN = "Run the command again for a new one.";

  private final Actions actions;

  Clicks(Actions actions) {
    this.actions = actions;
  }

  Answer carryOut(RegisteredAction action, ActionId id, List<String> chosen, Origin origin) {
    return withRecord(
        actions.look(id, origin.at()),
        found -> {
          Click click = new Click(id.action(), found.content(), chosen, origin);
          return action
              .handler()
              .objection(click)
              .map(Answer::refused)
              .orElseGet(() -> carryOut(action, id, click));
        });
  }

  static Answer tooOld() {
    return refused("This button is too old", Phrase.of("The bot no longer knows it. " + AGAIN));
  }

  private Answer carryOut(RegisteredAction action, ActionId id, Click click) {
    if (action.spec().uses() == ActionSpec.Uses.REPEATED) {
      return Answer.answered(action.handler().handle(click));
    }
    Origin origin = click.origin();
    return withRecord(
        actions.take(id, origin.actor().displayName(), origin.at()),
        taken -> Answer.answered(action.handler().handle(click)));
  }

  static Answer withRecord(Lookup lookup, Function<Found, Answer> work) {
    return lookup.fold(
        work,
        taken ->
            refused(
                "Already done",
                Phrase.of(taken.by() + " used this button ")
                    .time(taken.at())
                    .plain(". It was not done twice.")),
        expired ->
            refused(
                "This button is too old",
                Phrase.of("It worked until ").time(expired.at()).plain(". " + AGAIN)),
        unknown -> tooOld());
  }

  private static Answer refused(String title, Phrase text) {
    return Answer.refused(Reply.of(Card.titled(title).tone(Tone.WARNING).text(text).build()));
  }
}
