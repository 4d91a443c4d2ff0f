package dev.amserr.oncall.command;

import dev.amserr.command.Actor;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionValues;
import dev.amserr.command.PersonRef;
import dev.amserr.command.When;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverRules;
import dev.amserr.oncall.CoverScope;
import dev.amserr.oncall.Covers;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.LevelOnCall;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /oncall covers}, {@code cover} and {@code uncover}. */
final class CoverCommands {

  private static final int MOST_LISTED = 40;

  private final LiveOnCall live;
  private final Covers covers;
  private final Identities identities;
  private final CoverRights rights;
  private final CoverSteps steps;
  private final CoverRemovals removals;

  CoverCommands(LiveOnCall live, Covers covers, Identities identities, CoverRights rights) {
    this.live = live;
    this.covers = covers;
    this.identities = identities;
    this.rights = rights;
    this.steps = new CoverSteps(live, covers, identities, rights);
    this.removals = new CoverRemovals(live, covers, rights);
  }

  void register(CommandRegistry.Builder registry) {
    steps.register(registry);
    removals.register(registry);
  }

  Reply list(OnCallState state, Invocation call) {
    return call.options()
        .text("team")
        .map(name -> Teams.withTeam(state, name, team -> list(state, List.of(team), call)))
        .orElseGet(
            () -> state.teams().isEmpty() ? Teams.noTeams() : list(state, state.teams(), call));
  }

  private Reply list(OnCallState state, Collection<Team> teams, Invocation call) {
    Instant now = call.origin().at();
    Interval ahead = new Interval(now, now.plus(CoverRules.LONGEST).plus(CoverRules.LONGEST));
    List<Card> cards = new ArrayList<>();
    for (Team team : teams) {
      List<Cover> known = covers.of(team.id(), ahead);
      if (known.isEmpty()) {
        continue;
      }
      List<Phrase> lines =
          known.stream()
              .limit(MOST_LISTED)
              .map(cover -> CoverCards.line(state.rosters(), identities, cover))
              .toList();
      cards.add(
          Card.titled("Covers: " + team.title())
              .tone(Tone.INFO)
              .part(new Part.Bullets(lines, known.size() - lines.size()))
              .text("One is taken back with /oncall uncover and its number.")
              .build());
    }
    return cards.isEmpty()
        ? Reply.of(
            Card.titled("No covers")
                .tone(Tone.INFO)
                .text("Nobody stands in for anybody, now or later.")
                .build())
        : Reply.of("", cards).shareable();
  }

  /** Shows what a cover would change. */
  Reply cover(OnCallState state, Team team, Invocation call) {
    Actor actor = call.origin().actor();
    return rights.ifPermitted(
        state,
        team.id(),
        call.origin(),
        () ->
            withPerson(
                state,
                actor,
                call.options().person("by"),
                by ->
                    Teams.withLevel(
                        team,
                        call.options().text("level"),
                        level -> cover(state, team, level, by, call))));
  }

  private Reply cover(OnCallState state, Team team, int level, String by, Invocation call) {
    OptionValues options = call.options();
    When now = new When.Exact(call.origin().at());
    WrittenTime from = WrittenTime.of(options.when("from").orElse(now), team.zone());
    WrittenTime until = WrittenTime.of(options.when("until").orElse(now), team.zone());
    if (!from.isAnswerable() || !until.isAnswerable()) {
      return Teams.warning("Too far away", WrittenTime.RANGE);
    }
    String scope = options.text("scope").orElse("");
    Optional<PersonRef> standing = options.person("for");
    if (scope.equals("slot") && standing.isPresent()) {
      return Teams.warning(
          "Slot or person?",
          "scope:slot replaces whoever holds the level, so it takes no for:. Leave one of the two"
              + " out.");
    }
    Function<CoverScope, CoverRequest> request =
        whom ->
            new CoverRequest(
                team.id(), team.levels().get(level).name(), whom, from.first(), until.first(), by);
    String reason = options.text("reason").orElse("");
    String remark = remark(from, until);
    if (standing.isPresent()) {
      return withPerson(
          state,
          call.origin().actor(),
          standing,
          person ->
              steps.preview(
                  state,
                  List.of(request.apply(CoverScope.of(person))),
                  reason,
                  remark,
                  call.origin()));
    }
    List<Person> holders = holders(state, team, level, from.first(), call.origin().at());
    if (scope.equals("person")) {
      return holders.size() == 1
          ? steps.preview(
              state,
              List.of(request.apply(CoverScope.of(holders.get(0).id()))),
              reason,
              remark,
              call.origin())
          : Teams.warning(
              "Whose shifts?",
              (holders.isEmpty() ? "Nobody is" : "Several people are")
                  + " on call there when the cover begins. Name one with for:.");
    }
    List<CoverRequest> meant = new ArrayList<>();
    meant.add(request.apply(CoverScope.slot()));
    if (scope.isEmpty() && holders.size() == 1 && !holders.get(0).id().equals(by)) {
      meant.add(request.apply(CoverScope.of(holders.get(0).id())));
    }
    return steps.preview(state, meant, reason, remark, call.origin());
  }

  private static String remark(WrittenTime from, WrittenTime until) {
    String remark = (from.remark() + " " + until.remark()).strip();
    boolean twice = from.instants().size() > 1 || until.instants().size() > 1;
    return twice ? remark + " The earlier one is taken; write an offset for the other." : remark;
  }

  /** Who holds a level when a cover begins, or now if it began before. */
  private static List<Person> holders(
      OnCallState state, Team team, int level, Instant from, Instant now) {
    LevelOnCall answer = state.at(team, Interval.later(from, now)).levels().get(level);
    return answer.onCall().shifts().stream().map(Shift::person).toList();
  }

  /** Goes on with the id of the person that is named, or of the actor if nobody is. */
  private Reply withPerson(
      OnCallState state, Actor actor, Optional<PersonRef> named, Function<String, Reply> then) {
    if (named.isEmpty()) {
      return identities
          .of(actor, state.rosters())
          .map(person -> then.apply(person.id()))
          .orElseGet(
              () ->
                  Teams.warning(
                      "Who stands in?",
                      "Your account belongs to nobody in config/oncall.yaml. Name somebody with"
                          + " by:."));
    }
    return named
        .get()
        .fold(
            byId ->
                identities
                    .of(actor.platform(), byId.id(), state.rosters())
                    .map(person -> then.apply(person.id()))
                    .orElseGet(
                        () ->
                            Teams.warning(
                                "Not in a roster",
                                "Nobody in config/oncall.yaml has the "
                                    + actor.platform()
                                    + " id "
                                    + byId.id()
                                    + ". Add it there, or write the person's name.")),
            // What the roster does not know, the rules refuse with the nearest names.
            byName ->
                then.apply(
                    state.rosters().called(byName.name()).map(Person::id).orElse(byName.name())));
  }

  /** Shows what taking a cover back would change. */
  Reply uncover(Invocation call) {
    long id = call.options().integer("cover").orElse(0L);
    return covers
        .find(id)
        .map(
            cover ->
                removals.preview(
                    live.state(), cover, call.options().text("reason").orElse(""), call.origin()))
        .orElseGet(
            () ->
                Teams.warning(
                    "No cover " + id,
                    "There is none of that number, or it was taken back. /oncall covers lists"
                        + " them."));
  }
}
