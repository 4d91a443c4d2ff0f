package dev.amserr.oncall.command;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.DecodedCode;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.Reading;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.OwnedCode;
import dev.amserr.oncall.Owner;
import dev.amserr.oncall.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says which team owns a code, and who holds its pager now. */
final class CodeOwnerLookup {

  private static final int MOST_CODES = 3;

  private final LiveOnCall live;
  private final Supplier<Decoder> decoder;

  CodeOwnerLookup(LiveOnCall live, Supplier<Decoder> decoder) {
    this.live = live;
    this.decoder = decoder;
  }

  Reply of(String text, Instant now) {
    OnCallState state = live.state();
    Decoding decoding = decoder.get().decode(text);
    List<Card> cards = new ArrayList<>();
    Set<String> shown = new LinkedHashSet<>();
    for (DecodedCode code : decoding.codes().stream().limit(MOST_CODES).toList()) {
      Optional<Reading> best = code.best();
      String title = best.map(r -> r.system().title() + " " + r.label()).orElse(code.text());
      Owner owner =
          best.map(reading -> owner(state, reading)).orElseGet(() -> byText(state, code.text()));
      add(cards, shown, title, owner, state, now);
    }
    if (cards.isEmpty()) {
      add(cards, shown, text.strip(), byText(state, text.strip()), state, now);
    }
    int more = decoding.codes().size() + decoding.moreCodes() - MOST_CODES;
    return Reply.of(
            more > 0 ? "The first " + MOST_CODES + " codes, " + more + " more left out." : "",
            cards)
        .shareable();
  }

  private static Owner owner(OnCallState state, Reading reading) {
    return state.owner(
        new OwnedCode(
            reading.system().id(),
            Objects.requireNonNullElse(reading.name(), ""),
            Objects.requireNonNullElse(reading.value(), "")),
        Objects.requireNonNullElse(reading.owner(), ""));
  }

  /** Of what no catalog knows only the spelling can say whose it is. */
  private static Owner byText(OnCallState state, String text) {
    return state.owner(new OwnedCode("", text, text), "");
  }

  private static void add(
      List<Card> cards,
      Set<String> shown,
      String code,
      Owner owner,
      OnCallState state,
      Instant now) {
    Optional<Team> team = owner.team();
    if (team.isEmpty()) {
      cards.add(
          Card.titled(code + ": no owner")
              .tone(Tone.WARNING)
              .text(
                  "No team owns this code, and there is no default team. Add a pattern under"
                      + " \"owns\" of a team in config/oncall.yaml, or a defaultTeam.")
              .build());
      return;
    }
    cards.add(
        Card.titled(code + ": " + team.get().title())
            .tone(Tone.INFO)
            .fact("owner", team.get().title())
            .fact("why", owner.why())
            .build());
    if (shown.add(team.get().id())) {
      cards.add(
          OnCallCards.team("On call: " + team.get().title(), state.at(team.get(), now)).build());
    }
  }
}
