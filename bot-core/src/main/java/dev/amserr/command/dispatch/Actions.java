package dev.amserr.command.dispatch;

import dev.amserr.command.ActionSpec;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandRegistry.RegisteredAction;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.storage.ShortLivedRecords;
import dev.amserr.storage.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what buttons and menus mean while they stand in a chat. Thread-safe. */
public final class Actions {

  private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
  static final String SHARE = "share";

  /** Works once: a delivery that comes twice must not post twice. */
  private static final ActionSpec SHARE_SPEC =
      ActionSpec.once(SHARE).lasting(ShortLivedRecords.LONGEST_LIFE);

  private final CommandRegistry registry;
  private final ShortLivedRecords records;
  private final ReplyCodec codec;

  /**
   * The actions of a registry, and the built-in {@code share}.
   *
   * @throws IllegalArgumentException if the registry has an action of that name
   */
  public Actions(CommandRegistry registry, ShortLivedRecords records, ReplyCodec codec) {
    if (registry.action(SHARE).isPresent()) {
      throw new IllegalArgumentException("The action " + SHARE + " is built in");
    }
    this.registry = registry;
    this.records = records;
    this.codec = codec;
  }

  /**
   * The reply with every action stored, and with its button to share it. Without any, if the store
   * does not answer: an answer is worth more than its buttons.
   */
  public Reply store(Reply reply, Instant now) {
    return store(reply, now, Optional.empty());
  }

  /**
   * The same.
   *
   * @param sharing the id of the button to share it, where nothing has to be stored for that
   */
  Reply store(Reply reply, Instant now, Optional<ActionId> sharing) {
    Reply withShare = withShareButton(reply, sharing);
    try {
      return withShare.mapCards(card -> card.withActions(stored(card.actions(), now)));
    } catch (StoreUnavailableException unavailable) {
      LOG.warn("A reply goes out without its buttons: the store does not answer", unavailable);
      return reply.unshareable().mapCards(card -> card.withActions(List.of()));
    }
  }

  Optional<RegisteredAction> find(String name) {
    return name.equals(SHARE)
        ? Optional.of(new RegisteredAction(SHARE_SPEC, click -> codec.read(click.state())))
        : registry.action(name);
  }

  ShortLivedRecords.Lookup look(ActionId id, Instant now) {
    return records.find(kind(id.action()), id.id(), now);
  }

  ShortLivedRecords.Lookup take(ActionId id, String takenBy, Instant now) {
    return records.take(kind(id.action()), id.id(), takenBy, now);
  }

  /** Notes that somebody used a button whose meaning is in its id; of several, one is the first. */
  ShortLivedRecords.Lookup claim(ActionId id, Instant made, Origin origin) {
    Instant end = made.plus(SHARE_SPEC.life());
    return origin.at().isBefore(end)
        ? records.claim(
            kind(id.action()),
            RepeatableCall.key(id),
            origin.actor().displayName(),
            origin.at(),
            end)
        : new ShortLivedRecords.Expired(end);
  }

  private Reply withShareButton(Reply reply, Optional<ActionId> sharing) {
    List<Card> cards = new ArrayList<>(reply.cards());
    Optional<Action> button =
        cards.isEmpty() ? Optional.empty() : reply.shared().flatMap(form -> share(form, sharing));
    button.ifPresent(
        share -> {
          Card last = cards.remove(cards.size() - 1);
          List<Action> actions = new ArrayList<>(last.actions());
          actions.add(share);
          cards.add(last.withActions(actions));
        });
    return new Reply(reply.privacy(), reply.placement(), reply.text(), cards, reply.pings(), null);
  }

  /** Empty for what is too long to be kept. */
  private Optional<Action> share(Reply form, Optional<ActionId> sharing) {
    if (sharing.isPresent()) {
      Action.Target target = new Action.Stored(sharing.get());
      return Optional.of(new Action.Button("Share", Action.Button.Style.NORMAL, target));
    }
    return Optional.of(codec.write(form))
        .filter(text -> text.length() <= ShortLivedRecords.LONGEST_CONTENT)
        .map(text -> Action.button("Share", SHARE, text));
  }

  private List<Action> stored(List<Action> actions, Instant now) {
    return actions.stream()
        .map(
            action ->
                action.withTarget(
                    action.target().fold(wanted -> stored(wanted, now), stored -> stored)))
        .toList();
  }

  private Action.Target stored(Action.Wanted wanted, Instant now) {
    ActionSpec spec =
        find(wanted.action())
            .orElseThrow(
                () -> new IllegalStateException("No action " + wanted.action() + " is registered"))
            .spec();
    String id = records.put(kind(spec.name()), wanted.state(), now, now.plus(spec.life()));
    return new Action.Stored(new ActionId(spec.name(), id));
  }

  private static String kind(String action) {
    return "action." + action;
  }
}
