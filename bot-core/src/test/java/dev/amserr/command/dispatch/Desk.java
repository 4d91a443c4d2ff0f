package dev.amserr.command.dispatch;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Actor;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Origin;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.render.PlainTextRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A dispatcher with everything around it in memory, and what it counted. */
public final class Desk {

  public final RecordsInMemory records = new RecordsInMemory();
  public final List<String> counted = new ArrayList<>();
  public final Set<String> members = new HashSet<>();
  public final CommandDispatcher dispatcher;
  private long nanos;

  public Desk(CommandRegistry.Builder commands, RateLimit limit) {
    CommandRegistry registry = commands.build();
    AccessRules rules =
        (rule, actor) ->
            members.contains(actor.id())
                ? new AccessRules.Permitted()
                : new AccessRules.Denied("Only people in a roster may. Ask Ana to add you.");
    this.dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, records, new ReplyCodec(id -> new byte[0])),
            rules,
            limit,
            (command, outcome, took) -> counted.add(command + " " + outcome + " " + took),
            () -> nanos);
  }

  public Desk(CommandRegistry.Builder commands) {
    this(commands, RateLimit.DEFAULT);
  }

  /** Lets time pass for the rate limit and for durations. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  public Reply say(String line) {
    return dispatcher.dispatch(line, SampleCommands.ORIGIN);
  }

  public static Origin origin(String actor, Instant at) {
    Origin o = SampleCommands.ORIGIN;
    return new Origin(
        new Actor("console", actor, actor, Set.of()),
        o.place(),
        o.zone(),
        o.locale(),
        at,
        "c0ffee");
  }

  /** The ids of all buttons and menus of a reply, in order. */
  public static List<String> buttons(Reply reply) {
    return reply.cards().stream()
        .flatMap(card -> card.actions().stream())
        .map(Action::storedId)
        .map(id -> id.map(ActionId::toString).orElse("not stored"))
        .toList();
  }

  public static String plain(Reply reply) {
    return PlainTextRenderer.unlimited()
        .render(reply, new ReaderTime(ZoneOffset.UTC, SampleCommands.NOW));
  }

  /** A rule that {@link #members} decide. */
  public static AccessRule membersOnly() {
    return AccessRule.rosterMember();
  }
}
