package dev.amserr.oncall.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Actor;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.dispatch.RateLimit;
import dev.amserr.command.dispatch.RecordsInMemory;
import dev.amserr.command.render.PlainTextRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.Covers;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.InMemoryCovers;
import dev.amserr.oncall.InMemoryFeedKeys;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Rosters;
import dev.amserr.yaml.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command {@code /oncall} with everything around it in memory. */
final class Chat {

  /** Monday; Ana holds player/primary from 09:00 London on. */
  static final Instant NOW = Instant.parse("2026-06-08T10:00:00Z");

  static final String ROSTER =
      """
      people:
        ana: {name: Ana Ruiz, zone: Europe/Madrid, discord: "1", phone: "+34 600 000 001"}
        ben: {name: Ben Cole, discord: "2", phone: "+44 700 000 002"}
        cy:  {name: Cy Young, discord: "3"}
        dee: {name: Dee Park, discord: "4"}
        tom: {name: Tom Lane, discord: "5"}
      defaultTeam: player
      teams:
        player:
          title: Player team
          zone: Europe/London
          owns: [amp]
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-06-08T09:00, people: [ana, ben, cy]}]
            - name: backup
              layers: [{rotation: weekly, start: 2026-06-08T09:00, people: [dee]}]
          shadows: [{of: primary, rotation: weekly, start: 2026-06-08T09:00, people: [tom]}]
        encoder:
          title: Encoder team
          zone: Europe/Berlin
          owns: [ams-encoding]
          levels:
            - name: primary
              layers:
                - rotation: weekly
                  start: 2026-06-01T09:00
                  people: [dee]
                  hours: {days: [TUE, WED, THU, FRI], from: "09:00", to: "18:00"}
            - name: backup
              layers: [{rotation: weekly, start: 2026-06-01T09:00, people: [cy]}]
      """;

  final InMemoryCovers covers = new InMemoryCovers();
  final InMemoryFeedKeys feedKeys = new InMemoryFeedKeys();
  final Set<String> roles = new HashSet<>();
  final LiveOnCall live;
  private final RecordsInMemory records;
  private final CommandDispatcher dispatcher;

  Chat() {
    this(ROSTER);
  }

  Chat(String roster) {
    this(new RecordsInMemory(), roster, null);
  }

  /** A chat; covers other than its own if any are given. */
  Chat(RecordsInMemory records, String roster, Covers others) {
    this.records = records;
    Covers used = others == null ? covers : others;
    live = new LiveOnCall(rosters(roster), used, Calendars.neverRead());
    Decoder decoder = new Decoder(CatalogLoader.builtIn());
    CommandRegistry.Builder builder = CommandRegistry.builder();
    new OnCallCommands(
            live,
            used,
            feedKeys,
            () -> decoder,
            new Identities("ana"),
            this::decide,
            "https://bot.example.org")
        .register(builder);
    CommandRegistry registry = builder.build();
    dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, records, new ReplyCodec(id -> new byte[0])),
            this::decide,
            RateLimit.DEFAULT,
            (command, outcome, took) -> {},
            () -> 0);
  }

  /** The same chat after a restart: another process with the same store. */
  Chat restarted() {
    return new Chat(records, ROSTER, covers);
  }

  static Rosters rosters(String yaml) {
    return RosterReader.read("oncall.yaml", yaml, new Problems()).orElseThrow();
  }

  private AccessRules.Decision decide(AccessRule rule, Actor actor) {
    boolean permitted =
        rule.fold(
            () -> true,
            () -> true,
            () -> true,
            role -> roles.contains(actor.id() + role.name()),
            () -> false);
    return permitted ? new AccessRules.Permitted() : new AccessRules.Denied("no");
  }

  /** Somebody on Discord writes a line. */
  Reply says(String user, String line) {
    return dispatcher.dispatch(line, origin(user, NOW));
  }

  /** Somebody uses a button. */
  Reply clicks(String user, String button, Instant at) {
    return dispatcher.click(button, List.of(), origin(user, at));
  }

  static Origin origin(String user, Instant at) {
    return new Origin(
        new Actor("discord", user, "user " + user, Set.of()),
        new Place("discord", "c1", ""),
        ZoneId.of("Europe/London"),
        Locale.ENGLISH,
        at,
        "c0ffee");
  }

  /** The id of the button with a label. */
  static String button(Reply reply, String label) {
    return reply.cards().stream()
        .flatMap(card -> card.actions().stream())
        .filter(action -> action.label().equals(label))
        .map(Action::storedId)
        .map(id -> id.map(ActionId::toString).orElseThrow())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " on " + plain(reply)));
  }

  static List<String> buttons(Reply reply) {
    return reply.cards().stream()
        .flatMap(card -> card.actions().stream())
        .map(Action::label)
        .toList();
  }

  /** As a reader in UTC sees it. */
  static String plain(Reply reply) {
    return PlainTextRenderer.unlimited().render(reply, new ReaderTime(ZoneOffset.UTC, NOW));
  }
}
