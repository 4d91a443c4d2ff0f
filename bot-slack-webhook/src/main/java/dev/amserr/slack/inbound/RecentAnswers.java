package dev.amserr.slack.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers that were written a second ago at most: in an incident everybody asks for the same code,
 * and writing an answer costs more than finding it. Only the ids of its buttons differ.
 * Thread-safe.
 */
final class RecentAnswers {

  private static final Duration RECENT = Duration.ofSeconds(1);
  private static final int MOST = 500;
  private static final String PLACE = ".place-";

  private final Cache<Said, String> recent;

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

  /** The answer as JSON, written by the function unless it was just now. */
  String write(Reply reply, Origin origin, Function<Reply, String> writing) {
    List<ActionId> ids = new ArrayList<>();
    Reply form = reply.mapCards(card -> withPlaces(card, ids));
    Said said = new Said(form, origin.zone(), origin.place().thread());
    String json = recent.getIfPresent(said);
    if (json == null) {
      json = writing.apply(form);
      recent.put(said, json);
    }
    for (int i = 0; i < ids.size(); i++) {
      json = json.replace(asJson(place(ids.get(i), i)), asJson(ids.get(i)));
    }
    return json;
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

  private static String asJson(ActionId id) {
    return "\"action_id\":\"" + id + "\"";
  }
}
