package dev.amserr.oncall.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.reply.Reply;
import dev.amserr.errorcode.Decoder;
import dev.amserr.oncall.Covers;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /oncall}: who is on call, and covers. */
public final class OnCallCommands {

  private static final String TEAM = "team";
  private static final String TEAMS = "oncall-team";
  private static final String LEVELS = "oncall-level";

  private final LiveOnCall live;
  private final TeamLookups teams;
  private final Overviews overviews;
  private final CodeOwnerLookup owners;
  private final CoverCommands covers;
  private final FeedCommand feeds;

  /**
   * The commands over what is in force now.
   *
   * @param decoder the current one; a reload replaces it
   * @param rules asked for the role {@link CoverRights#ROLE} and for operators, before a cover is
   *     shown and again when it is confirmed
   * @param publicUrl where the bot can be reached from outside, without a slash at the end; empty
   *     if that is not configured
   */
  public OnCallCommands(
      LiveOnCall live,
      Covers covers,
      FeedKeys feedKeys,
      Supplier<Decoder> decoder,
      Identities identities,
      AccessRules rules,
      String publicUrl) {
    this.live = live;
    this.teams = new TeamLookups(identities);
    this.overviews = new Overviews(identities);
    this.owners = new CodeOwnerLookup(live, decoder);
    CoverRights rights = new CoverRights(rules, identities);
    this.covers = new CoverCommands(live, covers, identities, rights);
    this.feeds = new FeedCommand(feedKeys, rights, publicUrl);
  }

  /** Hands in the declaration, its handlers, its buttons and what completes its options. */
  public void register(CommandRegistry.Builder registry) {
    registry
        .command(declaration(), handlers())
        .autocomplete(TEAMS, (typed, call) -> Teams.like(live.state(), typed))
        .autocomplete(LEVELS, this::levels);
    covers.register(registry);
  }

  /** The complete answer for a team, as {@code /oncall} gives it to a stranger. */
  public static Reply answer(Team team, TeamOnCall answer) {
    return Reply.of(OnCallCards.team("On call: " + team.title(), answer).build());
  }

  private Map<String, CommandHandler> handlers() {
    return Map.ofEntries(
        Map.entry("who", this::who),
        Map.entry("me", call -> overviews.me(live.state(), call)),
        Map.entry("next", call -> ofTeam(call, teams::next)),
        Map.entry("week", call -> ofTeam(call, teams::week)),
        Map.entry(
            "for", call -> owners.of(call.options().requiredText("code"), call.origin().at())),
        Map.entry("explain", call -> ofTeam(call, teams::explain)),
        Map.entry("list", call -> overviews.list(live.state(), call.origin().at())),
        Map.entry("about", call -> overviews.about(live.state(), call)),
        Map.entry("gaps", call -> overviews.gaps(live.state(), call)),
        Map.entry("calendar", call -> ofTeam(call, feeds::handle)),
        Map.entry("covers", call -> covers.list(live.state(), call)),
        Map.entry("cover", call -> ofTeam(call, covers::cover)),
        Map.entry("uncover", covers::uncover));
  }

  /** Answers about one team, in one state of the rosters. */
  @FunctionalInterface
  private interface TeamHandler {
    Reply handle(OnCallState state, Team team, Invocation call);
  }

  private Reply who(Invocation call) {
    OnCallState state = live.state();
    boolean severalAndNoneNamed = !call.options().has(TEAM) && state.teams().size() != 1;
    return severalAndNoneNamed
        ? overviews.list(state, call.origin().at())
        : ofTeam(state, call, teams::who);
  }

  private Reply ofTeam(Invocation call, TeamHandler handler) {
    return ofTeam(live.state(), call, handler);
  }

  /** Goes on with the named team, or with the only one there is. */
  private static Reply ofTeam(OnCallState state, Invocation call, TeamHandler handler) {
    Optional<String> name = call.options().text(TEAM);
    if (name.isPresent()) {
      return Teams.withTeam(state, name.get(), team -> handler.handle(state, team, call));
    }
    List<Team> all = List.copyOf(state.teams());
    if (all.isEmpty()) {
      return Teams.noTeams();
    }
    return all.size() == 1
        ? handler.handle(state, all.get(0), call)
        : Teams.warning(
            "Which team?",
            "Write team: and one of " + String.join(", ", state.rosters().teams().keySet()) + ".");
  }

  private List<Choice> levels(String typed, Invocation unfinished) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    OnCallState state = live.state();
    List<Team> asked =
        unfinished
            .options()
            .text(TEAM)
            .map(
                name ->
                    state.rosters().team(name).fold(f -> List.of(f.team()), u -> List.<Team>of()))
            .orElse(List.copyOf(state.teams()));
    return asked.stream()
        .flatMap(team -> Teams.levels(team).stream())
        .distinct()
        .filter(level -> level.toLowerCase(Locale.ROOT).contains(wanted))
        .filter(level -> level.codePointCount(0, level.length()) <= 100)
        .map(Choice::of)
        .toList();
  }

  /** What the platforms are told. */
  public static CommandSpec declaration() {
    return CommandSpec.of(
            "oncall",
            "Says who is on call, and lets people stand in for each other",
            lookup("who", "Who is on call now or then, until when, who is next, and why")
                .examples("/oncall player", "/oncall player at:\"2026-10-25 01:30\"")
                .with(team(), at(), OptionSpec.share()),
            lookup("me", "When you are on call yourself").examples("/oncall me").with(),
            lookup("next", "The next shifts on every level of a team")
                .examples("/oncall next player")
                .with(team(), OptionSpec.share()),
            lookup("week", "The week of a team, Monday to Sunday")
                .examples("/oncall week player")
                .with(team(), at(), OptionSpec.share()),
            lookup("for", "Which team owns an error code, and who is on call for it")
                .examples("/oncall for 0x8088002E")
                .with(
                    OptionSpec.code("code", "An error code").required().restOfLine(),
                    OptionSpec.share()),
            lookup("explain", "How it comes that this person is on call and no one else")
                .examples("/oncall explain player level:backup")
                .with(team().required(), level(), at(), OptionSpec.share()),
            lookup("list", "All teams, and who is on call in each")
                .examples("/oncall list")
                .with(OptionSpec.share()),
            lookup("about", "The rules behind the answers, and the version of the tz database")
                .examples("/oncall about")
                .with(),
            lookup("gaps", "Gaps and overlaps of the next 60 days, and what causes them")
                .examples("/oncall gaps player")
                .with(team(), OptionSpec.share()),
            lookup(
                    "calendar",
                    "The address under which your calendar program reads a team's shifts")
                .ofTheTeam()
                .examples("/oncall calendar player", "/oncall calendar player --revoke")
                .with(
                    team(),
                    OptionSpec.flag("revoke", "Make your address invalid, without a new one")),
            lookup("covers", "The covers in force, and those to come")
                .examples("/oncall covers player")
                .with(team(), OptionSpec.share()),
            lookup("cover", "Lets somebody stand in; shown first, then to be confirmed")
                .ofTheTeam()
                .examples(
                    "/oncall cover player level:primary from:\"tomorrow 09:00\""
                        + " until:\"tomorrow 18:00\" by:@ben")
                .with(
                    team().required(),
                    OptionSpec.instant("until", "Until when, on the team's clocks").required(),
                    level(),
                    OptionSpec.instant("from", "From when, on the team's clocks; else from now"),
                    OptionSpec.person("by", "Who stands in; else you"),
                    OptionSpec.choice(
                        "scope",
                        "Whom they replace",
                        List.of(
                            new Choice("one person, wherever they stand on the level", "person"),
                            new Choice("whoever holds the level", "slot"))),
                    OptionSpec.person("for", "Whose shifts, with the scope person"),
                    OptionSpec.text("reason", "Why, for the audit log")),
            lookup("uncover", "Takes a cover back; shown first, then to be confirmed")
                .ofTheTeam()
                .examples("/oncall uncover 12")
                .with(
                    OptionSpec.integer("cover", "The number that /oncall covers shows").required(),
                    OptionSpec.text("reason", "Why, for the audit log")))
        .defaultingTo("who");
  }

  private static Declared lookup(String name, String description) {
    return new Declared(name, description, List.of(), AccessRule.everyone());
  }

  /** A subcommand on the way to its options. All of them read a store, for the covers. */
  private record Declared(String name, String description, List<String> lines, AccessRule access) {

    Declared examples(String... examples) {
      return new Declared(name, description, List.of(examples), access);
    }

    Declared ofTheTeam() {
      return new Declared(name, description, lines, AccessRule.teamMember());
    }

    SubcommandSpec with(OptionSpec... options) {
      return SubcommandSpec.of(
          name,
          description,
          Signature.of(options).access(access).deferred().examples(lines.toArray(String[]::new)));
    }
  }

  private static OptionSpec team() {
    return OptionSpec.team(TEAM, "Which team").suggestedBy(TEAMS);
  }

  private static OptionSpec level() {
    return OptionSpec.text("level", "Which level; else the first").suggestedBy(LEVELS);
  }

  private static OptionSpec at() {
    return OptionSpec.instant("at", "At that time, on the team's clocks");
  }
}
