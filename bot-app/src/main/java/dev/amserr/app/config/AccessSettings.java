package dev.amserr.app.config;

import dev.amserr.command.Actor;
import dev.amserr.command.dispatch.RateLimit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what.
 *
 * @param operators who runs the bot and may do everything
 * @param roles by the name that commands ask for
 */
public record AccessSettings(Members operators, Map<String, Role> roles, RateLimit rateLimit) {

  public AccessSettings {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  /**
   * Who has a role.
   *
   * @param everyone whoever can see the bot
   * @param roster whoever stands in a roster
   * @param members further ones
   */
  public record Role(boolean everyone, boolean roster, Members members) {}

  /**
   * Somebody named one by one.
   *
   * @param people ids of the roster
   * @param discord ids of users or of roles
   * @param slack ids of members; Slack does not say in which user groups somebody is
   */
  public record Members(Set<String> people, Set<String> discord, Set<String> slack) {

    public Members {
      people = Collections.unmodifiableSet(new LinkedHashSet<>(people));
      discord = Collections.unmodifiableSet(new LinkedHashSet<>(discord));
      slack = Collections.unmodifiableSet(new LinkedHashSet<>(slack));
    }

    /** Whether somebody's own id or role on their platform is listed. */
    boolean lists(Actor actor) {
      Set<String> ids =
          switch (actor.platform()) {
            case "discord" -> discord;
            case "slack" -> slack;
            default -> Set.of();
          };
      return ids.contains(actor.id()) || actor.roles().stream().anyMatch(ids::contains);
    }
  }
}
