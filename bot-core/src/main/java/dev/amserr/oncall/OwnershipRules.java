package dev.amserr.oncall;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says which team owns a code: of the patterns that match, the one with the most literal
 * characters. A pattern that matches the code's name goes before an equally strong one that matches
 * its value; {@link RosterReader} refuses any other tie.
 */
public final class OwnershipRules {

  private record Rule(Team team, OwnershipPattern pattern) {}

  private final Rosters rosters;
  private final List<Rule> rules;

  public OwnershipRules(Rosters rosters) {
    this.rosters = rosters;
    this.rules =
        rosters.teams().values().stream()
            .flatMap(team -> team.owns().stream().map(pattern -> new Rule(team, pattern)))
            .sorted(Comparator.comparingInt((Rule rule) -> rule.pattern().literals()).reversed())
            .toList();
  }

  /**
   * The owner of a code.
   *
   * @param hint the team that the catalog names, or empty
   */
  public Owner owner(OwnedCode code, String hint) {
    Rule byValue = null;
    for (Rule rule : rules) {
      if (byValue != null && rule.pattern().literals() < byValue.pattern().literals()) {
        break;
      }
      if (rule.pattern().matchesName(code)) {
        return new Owner.ByPattern(rule.team(), rule.pattern());
      }
      if (byValue == null && rule.pattern().matchesValue(code)) {
        byValue = rule;
      }
    }
    if (byValue != null) {
      return new Owner.ByPattern(byValue.team(), byValue.pattern());
    }
    Optional<Team> hinted = Optional.ofNullable(rosters.teams().get(hint));
    if (hinted.isPresent()) {
      return new Owner.ByHint(hinted.get());
    }
    return Optional.ofNullable(rosters.teams().get(rosters.defaultTeam()))
        .<Owner>map(Owner.ByDefault::new)
        .orElseGet(Owner.Nobody::new);
  }
}
