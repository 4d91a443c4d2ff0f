package dev.amserr.slack.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that were written a second ago at most: in an incident everybody asks for the same code,
 * and writing an answer costs more than finding it. Only the ids of its buttons differ.
 * Thread-safe.
 */
final class RecentAnswers {

  private static final Duration RECENT = Duration.ofSeconds(1);
  private static final int MOST = 500;
  private static final int USUAL = 4_096;
  private static final String PLACE = ".place-";

  /** Quotes in data are escaped, so that no data can look like a place. */
  private static final Pattern PLACES =
      Pattern.compile("(?<=\"action_id\":\")v1\\|[-a-z0-9]+\\|\\" + PLACE + "([0-9]+)-*(?=\")");

  private final Cache<Said, Written> recent;

  RecentAnswers(Clock clock) {
    this.recent =
        Caffeine.newBuilder()
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(RECENT)
            .maximumSize(MOST)
            .build();
  }

  /** What an answer depends on. */
  private record Said(Reply reply, ZoneId zone, String thread) {}

  /**
   * An answer without its ids.
   *
   * @param pieces what stands before, between and after the ids; one more than of these
   * @param ids the numbers of the ids between the pieces
   */
  private record Written(List<byte[]> pieces, List<Integer> ids) {

    static Written of(String json) {
      List<byte[]> pieces = new ArrayList<>();
      List<Integer> ids = new ArrayList<>();
      Matcher place = PLACES.matcher(json);
      int from = 0;
      while (place.find()) {
        pieces.add(utf8(json.substring(from, place.start())));
        ids.add(Integer.valueOf(place.group(1)));
        from = place.end();
      }
      pieces.add(utf8(json.substring(from)));
      return new Written(pieces, ids);
    }

    byte[] with(List<ActionId> known) {
      ByteArrayOutputStream json = new ByteArrayOutputStream(USUAL);
      for (int i = 0; i < ids.size(); i++) {
        json.writeBytes(pieces.get(i));
        json.writeBytes(utf8(known.get(ids.get(i)).toString()));
      }
      json.writeBytes(pieces.get(ids.size()));
      return json.toByteArray();
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The answer as JSON, written by the function unless it was just now. */
  byte[] write(Reply reply, Origin origin, Function<Reply, String> writing) {
    List<ActionId> ids = new ArrayList<>();
    Reply form = reply.mapCards(card -> withPlaces(card, ids));
    return recent
        .get(
            new Said(form, origin.zone(), origin.place().thread()),
            said -> Written.of(writing.apply(said.reply())))
        .with(ids);
  }

  /** Has places in which ids can be put, each as long as its id: lengths decide what fits. */
  private static Card withPlaces(Card card, List<ActionId> ids) {
    return card.withActions(
        card.actions().stream()
            .map(
                action ->
                    action.withTarget(
                        action
                            .target()
                            .<Action.Target>fold(
                                wanted -> wanted,
                                stored -> {
                                  ids.add(stored.id());
                                  return new Action.Stored(place(stored.id(), ids.size() - 1));
                                })))
            .toList());
  }

  private static ActionId place(ActionId id, int number) {
    String name = PLACE + number;
    int missing = Math.max(0, id.id().length() - name.length());
    return new ActionId(id.action(), name + "-".repeat(missing));
  }
}
