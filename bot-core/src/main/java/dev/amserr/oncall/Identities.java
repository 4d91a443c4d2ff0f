package dev.amserr.oncall;

import dev.amserr.command.Actor;
import java.util.Optional;

/** Who in the roster the users of the platforms are: by the platform's own id, never by a name. */
public final class Identities {

  private final String consolePerson;

  /**
   * Identities by the ids in the rosters.
   *
   * @param consolePerson the id of the person that whoever uses the console acts as; empty for
   *     nobody
   */
  public Identities(String consolePerson) {
    this.consolePerson = consolePerson;
  }

  /** The person behind an actor; empty if the roster has no such id. */
  public Optional<Person> of(Actor actor, Rosters rosters) {
    return of(actor.platform(), actor.id(), rosters);
  }

  /** The person with a platform's user id. */
  public Optional<Person> of(String platform, String id, Rosters rosters) {
    return switch (platform) {
      case "discord" -> rosters.byDiscord(id);
      case "slack" -> rosters.bySlack(id);
      case "console" -> Optional.ofNullable(rosters.people().get(consolePerson));
      default -> Optional.empty();
    };
  }
}
