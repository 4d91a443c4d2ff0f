package dev.amserr.oncall.command;

import dev.amserr.command.Invocation;
import dev.amserr.command.When;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.Explanation;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.oncall.WeekPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The answers of {@code /oncall} about one team. */
final class TeamLookups {

  private static final int NEXT_SHIFTS = 5;
  private static final int MOST_SEGMENTS = 40;

  private final Identities identities;

  TeamLookups(Identities identities) {
    this.identities = identities;
  }

  /** Who is on call in a team, with phone numbers if a team-mate asks in private. */
  Reply who(OnCallState state, Team team, Invocation call) {
    boolean teamMate =
        identities
            .of(call.origin().actor(), state.rosters())
            .filter(person -> state.isMember(person, team))
            .isPresent();
    Reply open = at(call, team, (at, then) -> who(state, team, at, then).build());
    if (!teamMate) {
      return open;
    }
    Reply full =
        at(
            call,
            team,
            (at, then) -> {
              Card.Builder card = who(state, team, at, then);
              OnCallCards.contacts(card, state.at(team, at));
              return card.build();
            });
    return full.shareableAs(open);
  }

  private static Card.Builder who(OnCallState state, Team team, Instant at, String then) {
    return OnCallCards.team("On call: " + team.title() + then, state.at(team, at));
  }

  /** The answer once for each instant that the option {@code at} can mean, for the team's zone. */
  private static Reply at(Invocation call, Team team, BiFunction<Instant, String, Card> answer) {
    Optional<When> when = call.options().when("at");
    Instant now = call.origin().at();
    if (when.isEmpty()) {
      return Reply.of(answer.apply(now, "")).shareable();
    }
    WrittenTime written = WrittenTime.of(when.get(), team.zone());
    if (!written.isAnswerable()) {
      return Teams.warning("Too far away", WrittenTime.RANGE);
    }
    List<Card> cards = new ArrayList<>();
    for (Instant at : written.instants()) {
      cards.add(answer.apply(at, " at " + written.spelled(at)));
    }
    return Reply.of(written.remark(), cards).shareable();
  }

  Reply next(OnCallState state, Team team, Invocation call) {
    Instant now = call.origin().at();
    Additions additions = state.additions(team, now);
    Card.Builder card = Card.titled("Next shifts: " + team.title()).tone(Tone.INFO);
    for (int i = 0; i < team.levels().size(); i++) {
      List<Shift> shifts = state.resolver().upcoming(team, i, additions, now, NEXT_SHIFTS);
      card.text(Phrase.empty().strong(team.levels().get(i).name()));
      if (shifts.isEmpty()) {
        card.text("Nobody is on call here, now or later.");
      } else {
        card.part(OnCallCards.shifts(shifts));
      }
    }
    return Reply.of(OnCallCards.doubted(card, additions).build()).shareable();
  }

  Reply week(OnCallState state, Team team, Invocation call) {
    Instant at =
        call.options().when("at").map(w -> w.first(team.zone())).orElse(call.origin().at());
    if (!WrittenTime.isAnswerable(at)) {
      return Teams.warning("Too far away", WrittenTime.RANGE);
    }
    Additions additions = state.additions(team, at);
    WeekPlan week = state.resolver().week(team, additions, at);
    Card.Builder card =
        Card.titled("Week of " + week.monday() + ": " + team.title()).tone(Tone.INFO);
    for (WeekPlan.Row row : week.rows()) {
      card.text(Phrase.empty().strong(row.name()));
      card.part(OnCallCards.segments(row.segments(), MOST_SEGMENTS));
    }
    return Reply.of(OnCallCards.doubted(card, additions).build()).shareable();
  }

  Reply explain(OnCallState state, Team team, Invocation call) {
    return Teams.withLevel(
        team,
        call.options().text("level"),
        level -> at(call, team, (at, then) -> explain(state, team, level, at, then)));
  }

  private static Card explain(OnCallState state, Team team, int level, Instant at, String then) {
    Additions additions = state.additions(team, at);
    Explanation explanation = state.resolver().explain(team, level, additions, at);
    List<Phrase> steps = new ArrayList<>();
    for (Explanation.Step step : explanation.steps()) {
      steps.add(Phrase.of(step.text() + " → ").then(OnCallCards.people(step.holders())));
    }
    TeamOnCall answer = state.resolver().at(team, additions, at);
    String name = explanation.answer().name();
    Card.Builder card =
        Card.titled("Why: " + team.title() + ", " + name + then)
            .tone(Tone.INFO)
            .part(new Part.Bullets(steps, 0))
            .text(Phrase.of("So: ").then(OnCallCards.level(answer, explanation.answer())));
    return OnCallCards.doubted(card, additions).build();
  }
}
