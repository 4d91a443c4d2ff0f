package dev.amserr.notify;

import dev.amserr.command.reply.Reply;
import dev.amserr.time.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a message once the platform has answered, or has not. */
final class DeliveryJudge {

  /** A platform that is still at work on a request is given this long before it is asked. */
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private final Backoff backoff;

  DeliveryJudge(Backoff backoff) {
    this.backoff = backoff;
  }

  Verdict judge(OutboxEntry entry, Channel channel, Delivery delivery, Instant now) {
    return delivery.fold(
        delivered -> sent(entry, delivered.messageId(), "delivered", now),
        limited -> limited(limited, now),
        rejected -> rejected(entry, rejected),
        unreachable -> again(entry, unreachable.reason(), now),
        unknown -> unknown(entry, channel, unknown, now));
  }

  /** It stands in the channel. */
  static Verdict sent(OutboxEntry entry, @Nullable String messageId, String why, Instant now) {
    return new Verdict.Sent(messageId, now.plus(entry.message().lane().pace()), why);
  }

  /** It certainly does not stand there; another attempt, unless it is too late for that. */
  Verdict again(OutboxEntry entry, String reason, Instant now) {
    if (!now.isBefore(entry.message().expires())) {
      return new Verdict.Dead(
          Verdict.Dead.Reach.MESSAGE,
          "given up after " + (entry.attempts() + 1) + " attempts: " + reason);
    }
    return new Verdict.Wait(
        now.plus(backoff.after(entry.attempts())), Verdict.Wait.Kind.NEXT_ATTEMPT, reason);
  }

  private Verdict limited(Delivery.RateLimited limited, Instant now) {
    return new Verdict.Wait(
        now.plus(backoff.drawnOut(limited.retryAfter())),
        Verdict.Wait.Kind.TURN,
        "rate limit, for " + Durations.rough(limited.retryAfter()));
  }

  private static Verdict rejected(OutboxEntry entry, Delivery.Rejected rejected) {
    boolean edit = entry.message().original().isPresent();
    return switch (rejected.cause()) {
      case TOO_LARGE -> {
        Optional<Reply> smaller =
            entry.form() == OutboxEntry.Form.FULL
                ? SmallerForm.of(entry.message().content())
                : Optional.empty();
        yield smaller
            .<Verdict>map(form -> new Verdict.Shrink(form, rejected.reason()))
            .orElseGet(() -> dead(Verdict.Dead.Reach.MESSAGE, rejected));
      }
      case GONE -> dead(edit ? Verdict.Dead.Reach.MESSAGE : Verdict.Dead.Reach.LANE, rejected);
      case INVALID, FORBIDDEN, UNAUTHORIZED -> dead(Verdict.Dead.Reach.MESSAGE, rejected);
    };
  }

  private static Verdict dead(Verdict.Dead.Reach reach, Delivery.Rejected rejected) {
    return new Verdict.Dead(reach, rejected.reason());
  }

  private Verdict unknown(
      OutboxEntry entry, Channel channel, Delivery.Unknown unknown, Instant now) {
    if (entry.message().original().isPresent()) {
      return again(entry, unknown.reason(), now);
    }
    Verdict lookLater = new Verdict.Unsure(now.plus(backoff.drawnOut(SETTLING)), unknown.reason());
    return channel.fold(
        discord -> lookLater,
        slack -> lookLater,
        webhook ->
            webhook.onUnknown() == Channel.OnUnknown.RESEND
                ? again(entry, unknown.reason(), now)
                : held(unknown.reason()));
  }

  /** A webhook tells nothing afterwards. */
  static Verdict held(String reason) {
    return new Verdict.Hold(reason + "; a webhook can't be asked whether it arrived");
  }
}
