package dev.amserr.oncall.command;

import dev.amserr.command.Invocation;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.Duty;
import dev.amserr.oncall.Finding;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.time.Interval;
import dev.amserr.time.ZoneNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The answers of {@code /oncall} about all teams, one's own shifts, and the engine itself. */
final class Overviews {

  private static final Duration OWN_SHIFTS = Duration.ofDays(60);
  private static final int MOST_OWN_SHIFTS = 20;
  private static final int MOST_FINDINGS = 30;

  private final Identities identities;

  Overviews(Identities identities) {
    this.identities = identities;
  }

  Reply me(OnCallState state, Invocation call) {
    return identities
        .of(call.origin().actor(), state.rosters())
        .map(person -> duties(state, person, call.origin().at()))
        .orElseGet(() -> stranger(call));
  }

  private static Reply stranger(Invocation call) {
    return Teams.warning(
        "You stand in no roster",
        "Your account ("
            + call.origin().actor().platform()
            + " id "
            + call.origin().actor().id()
            + ") belongs to nobody in config/oncall.yaml. Ask for it to be added to your name"
            + " there.");
  }

  private static Reply duties(OnCallState state, Person person, Instant now) {
    Interval window = new Interval(now, now.plus(OWN_SHIFTS));
    List<Duty> duties =
        state.resolver().duties(person, team -> state.additions(team, window), window);
    if (duties.isEmpty()) {
      return Reply.of(
          Card.titled("You are not on call")
              .tone(Tone.INFO)
              .text("No shift of yours begins within " + OWN_SHIFTS.toDays() + " days.")
              .build());
    }
    boolean on = duties.get(0).shift().contains(now);
    List<List<Phrase>> rows = new ArrayList<>();
    for (Duty duty : duties.subList(0, Math.min(MOST_OWN_SHIFTS, duties.size()))) {
      Shift shift = duty.shift();
      Instant until = shift.until();
      rows.add(
          List.of(
              shift.contains(now) ? Phrase.of("now") : Phrase.empty().time(shift.from()),
              until == null || until.equals(window.until())
                  ? Phrase.of("later")
                  : Phrase.empty().time(until),
              Phrase.of(duty.team().title() + ", " + duty.level())));
    }
    return Reply.of(
        Card.titled(on ? "You are on call" : "You are not on call now")
            .tone(on ? Tone.WARNING : Tone.INFO)
            .part(
                new Part.Table(
                    List.of(
                        Part.Column.left("From"),
                        Part.Column.left("Until"),
                        Part.Column.left("Where")),
                    rows,
                    duties.size() - rows.size()))
            .build());
  }

  Reply list(OnCallState state, Instant at) {
    if (state.teams().isEmpty()) {
      return Teams.noTeams();
    }
    List<List<Phrase>> rows = new ArrayList<>();
    for (Team team : state.teams()) {
      TeamOnCall answer = state.at(team, at);
      Phrase people = OnCallCards.people(answer.firstInLine());
      rows.add(
          List.of(
              Phrase.of(team.title()),
              Phrase.empty().code(team.id()),
              answer.stale().isEmpty() ? people : people.plain(" (" + answer.stale() + ")")));
    }
    return Reply.of(
            Card.titled("On call now")
                .tone(Tone.INFO)
                .part(
                    new Part.Table(
                        List.of(
                            Part.Column.left("Team"),
                            Part.Column.left("Id"),
                            Part.Column.left("On call")),
                        rows,
                        0))
                .text("More about one of them: /oncall and its id.")
                .build())
        .shareable();
  }

  Reply gaps(OnCallState state, Invocation call) {
    return call.options()
        .text("team")
        .map(name -> Teams.withTeam(state, name, team -> gaps(state, List.of(team), call)))
        .orElseGet(
            () -> state.teams().isEmpty() ? Teams.noTeams() : gaps(state, state.teams(), call));
  }

  private static Reply gaps(OnCallState state, Collection<Team> teams, Invocation call) {
    Instant now = call.origin().at();
    Interval window = new Interval(now, now.plus(GapForecast.DEFAULT_WINDOW));
    GapForecast forecast = new GapForecast(state.rosters());
    List<Card> cards = new ArrayList<>();
    for (Team team : teams) {
      Additions additions = state.additions(team, window);
      cards.add(gaps(team, forecast.of(team, additions, window), additions));
    }
    return Reply.of("", cards).shareable();
  }

  private static Card gaps(Team team, List<Finding> findings, Additions additions) {
    String days = GapForecast.DEFAULT_WINDOW.toDays() + " days";
    if (findings.isEmpty()) {
      return OnCallCards.doubted(
              Card.titled(team.title() + ": no gaps")
                  .tone(Tone.GOOD)
                  .text("No gap and no overlap within " + days + ", declared gaps apart."),
              additions)
          .build();
    }
    List<List<Phrase>> rows = new ArrayList<>();
    for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      rows.add(
          List.of(
              Phrase.of(finding.name()),
              Phrase.empty().time(finding.time().from()),
              Phrase.empty().time(finding.time().until()),
              Phrase.of(finding.text())));
    }
    return OnCallCards.doubted(
            Card.titled(team.title() + ": gaps and overlaps within " + days)
                .tone(Tone.WARNING)
                .part(
                    new Part.Table(
                        List.of(
                            Part.Column.left("Level"),
                            Part.Column.left("From"),
                            Part.Column.left("Until"),
                            Part.Column.left("What")),
                        rows,
                        findings.size() - rows.size())),
            additions)
        .build();
  }

  Reply about(OnCallState state, Invocation call) {
    return Reply.of(
        Card.titled("About on-call")
            .tone(Tone.INFO)
            .fact("teams", Integer.toString(state.teams().size()))
            .fact("people", Integer.toString(state.rosters().people().size()))
            .fact("tz database", ZoneNames.databaseVersion())
            .text(
                "Hand-offs are wall times of the team's zone. A time that a clock change skips is"
                    + " the moment of the change; a time that occurs twice is the earlier one. "
                    + WrittenTime.RANGE)
            .build());
  }
}
