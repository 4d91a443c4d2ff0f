package dev.amserr.oncall.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.AccessRules.Decision;
import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Reply;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who may act for a team, that is change its covers and read its calendar feed: its members,
 * whoever has the role {@value #ROLE}, and operators.
 */
public final class CoverRights {

  /** The role that may change the covers of every team. */
  public static final String ROLE = "oncall-cover";

  private final AccessRules rules;
  private final Identities identities;

  public CoverRights(AccessRules rules, Identities identities) {
    this.rules = rules;
    this.identities = identities;
  }

  /**
   * Whether an actor may change the covers of a team.
   *
   * @param team empty for one that is no longer in the rosters
   */
  private Decision decide(OnCallState state, Optional<Team> team, Actor actor) {
    boolean member =
        team.isPresent()
            && identities
                .of(actor, state.rosters())
                .filter(person -> state.isMember(person, team.get()))
                .isPresent();
    if (member || has(AccessRule.role(ROLE), actor) || has(AccessRule.operator(), actor)) {
      return new AccessRules.Permitted();
    }
    return new AccessRules.Denied(
        "Only people of "
            + team.map(Team::title).orElse("the team")
            + " may do that, or people with the role "
            + ROLE
            + ". If you are one, ask for your account ("
            + actor.platform()
            + " id "
            + actor.id()
            + ") to be put into config/oncall.yaml.");
  }

  /** Does the work if the actor may change the covers of a team, else says why not. */
  Reply ifPermitted(OnCallState state, String team, Origin origin, Supplier<Reply> work) {
    return decide(state, Optional.ofNullable(state.rosters().teams().get(team)), origin.actor())
        .fold(permitted -> work.get(), denied -> Teams.warning("Not for you", denied.reason()));
  }

  private boolean has(AccessRule rule, Actor actor) {
    return rules.decide(rule, actor).fold(permitted -> true, denied -> false);
  }
}
