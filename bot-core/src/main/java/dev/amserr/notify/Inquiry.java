package dev.amserr.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Finds out what became of a message of which nobody knows whether the platform has it: no answer
 * came, or the process ended before it did.
 */
final class Inquiry {

  /** For so long Discord recognises a message that is posted again by its nonce. */
  static final Duration NONCE_REMEMBERED = Duration.ofMinutes(2);

  private static final Duration NEXT_LOOK = Duration.ofSeconds(30);

  private final Backoff backoff;

  Inquiry(Backoff backoff) {
    this.backoff = backoff;
  }

  /** What was found out. */
  sealed interface Finding {

    /** One function per case. */
    default <T> T fold(Function<Post, T> post, Function<Settled, T> settled) {
      return this instanceof Post p ? post.apply(p) : settled.apply((Settled) this);
    }

    /** It may be posted: it is not there, or posting again can't show it twice. */
    record Post(String reason) implements Finding {}

    /** It must not be posted now. */
    record Settled(Verdict verdict) implements Finding {}
  }

  Finding inquire(OutboxEntry entry, Channel channel, Messenger messenger, Instant now) {
    if (entry.message().original().isPresent()) {
      return new Finding.Post("the same change twice is one change");
    }
    return channel.fold(
        discord -> {
          Instant first = entry.sentFirst().orElse(Instant.EPOCH);
          return now.isBefore(first.plus(NONCE_REMEMBERED))
              ? new Finding.Post("Discord recognises the nonce")
              : look(entry, channel, messenger, now);
        },
        slack -> look(entry, channel, messenger, now),
        webhook ->
            webhook.onUnknown() == Channel.OnUnknown.RESEND
                ? new Finding.Post("onUnknown: resend")
                : new Finding.Settled(DeliveryJudge.held(unknownBecause(entry))));
  }

  private Finding look(OutboxEntry entry, Channel channel, Messenger messenger, Instant now) {
    return messenger
        .looksBack()
        .map(
            history ->
                history
                    .find(channel, entry.key())
                    .<Finding>fold(
                        seen ->
                            new Finding.Settled(
                                DeliveryJudge.sent(
                                    entry, seen.messageId(), "found in the channel", now)),
                        notSeen -> new Finding.Post("not among the latest messages of the channel"),
                        cannotTell -> cannotTell(entry, cannotTell.reason(), now)))
        .orElseGet(
            () ->
                new Finding.Settled(
                    new Verdict.Hold(
                        unknownBecause(entry) + "; this platform can't be asked afterwards")));
  }

  private Finding cannotTell(OutboxEntry entry, String reason, Instant now) {
    return new Finding.Settled(
        now.isBefore(entry.message().expires())
            ? new Verdict.Unsure(
                now.plus(backoff.drawnOut(NEXT_LOOK)),
                "the channel's history can't be read: " + reason)
            : new Verdict.Hold("the channel's history can't be read: " + reason));
  }

  private static String unknownBecause(OutboxEntry entry) {
    return entry.reason().isEmpty()
        ? "the program ended while the message was on its way"
        : entry.reason();
  }
}
