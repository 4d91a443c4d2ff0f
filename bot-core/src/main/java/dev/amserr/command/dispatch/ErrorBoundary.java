package dev.amserr.command.dispatch;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.storage.StoreUnavailableException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever is thrown into an answer with the correlation id under which it is logged. */
final class ErrorBoundary implements Guard {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

  /** An error of the virtual machine itself is not ours to survive. */
  @Override
  public Answer around(Call call, Supplier<Answer> next) {
    try {
      return next.get();
    } catch (StoreUnavailableException unavailable) {
      LOG.warn("{} [{}]: the store does not answer", call.name(), id(call), unavailable);
      String reason = unavailable.getMessage();
      return new Answer(
          failure(
              call,
              "The store does not answer",
              (reason == null ? "" : reason + " ")
                  + "Decoding works without it; try the rest again in a minute."),
          Outcome.UNAVAILABLE);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Exception | Error failure) {
      LOG.error("{} [{}] failed", call.name(), id(call), failure);
      return new Answer(
          failure(
              call,
              "That did not work",
              "The mistake is on our side. Try again; if it stays, give the reference to whoever"
                  + " runs the bot."),
          Outcome.FAILED);
    }
  }

  private static Reply failure(Call call, String title, String text) {
    return Reply.of(
        Card.titled(title)
            .tone(Tone.BAD)
            .text(text)
            .fact("Reference", Phrase.empty().code(id(call)))
            .build());
  }

  private static String id(Call call) {
    return call.origin().correlationId();
  }
}
