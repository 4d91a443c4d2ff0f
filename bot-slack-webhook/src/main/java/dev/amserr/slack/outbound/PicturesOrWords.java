package dev.amserr.slack.outbound;

import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.Post;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.blockkit.SlackMessage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a post with its pictures, and once more with the pictures in words if Slack can't read it:
 * it refuses a whole message for one picture that it can't fetch. What it refused does not stand in
 * the channel, so nothing is posted twice. Thread-safe.
 */
final class PicturesOrWords {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesOrWords.class);

  private final BlockKitRenderer renderer;
  private final BlockKitRenderer inWords;
  private final ZoneId zone;
  private final Clock clock;

  PicturesOrWords(BlockKitRenderer renderer, ZoneId zone, Clock clock) {
    this.renderer = renderer;
    this.inWords = renderer.inWords();
    this.zone = zone;
    this.clock = clock;
  }

  /** The form that was sent last, and what came of it. */
  record Sent(SlackMessage message, Delivery delivery) {}

  /** Sends it in one form or both. */
  Sent send(Post post, Function<SlackMessage, Delivery> sending) {
    Reply content = post.content().publicly();
    ReaderTime time = new ReaderTime(zone, clock.instant());
    SlackMessage message = renderer.render(content, time);
    Delivery delivery = sending.apply(message);
    if (!message.showsPictures() || !Deliveries.isRejected(delivery, Delivery.Cause.INVALID)) {
      return new Sent(message, delivery);
    }
    LOG.warn(
        "{} goes out with its pictures in words, perhaps because Slack can't fetch them: {}",
        post.key(),
        Deliveries.reason(delivery));
    SlackMessage words = inWords.render(content, time);
    return new Sent(words, sending.apply(words));
  }
}
