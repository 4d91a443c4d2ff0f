package dev.amserr.app.config;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Actor;
import dev.amserr.oncall.Person;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who may do what, as {@code access} says. Operators may do everything; whoever uses the console or
 * the API has passed the server's own check and is one, unless {@code server.console.person} says
 * whom the console acts as.
 */
public final class ConfiguredAccess implements AccessRules {

  private final Supplier<AccessSettings> access;
  private final Function<Actor, Optional<Person>> people;

  /**
   * @param access the settings of the moment
   * @param people who of the rosters an actor is; empty for nobody
   */
  public ConfiguredAccess(
      Supplier<AccessSettings> access, Function<Actor, Optional<Person>> people) {
    this.access = access;
    this.people = people;
  }

  @Override
  public Decision decide(AccessRule rule, Actor actor) {
    AccessSettings settings = access.get();
    Optional<Person> person = people.apply(actor);
    if (isOperator(settings, actor, person)) {
      return new Permitted();
    }
    return rule.fold(
        Permitted::new,
        () -> person.isPresent() ? new Permitted() : new Denied(notInRoster(actor)),
        Permitted::new,
        role -> holds(settings, role.name(), actor, person),
        () ->
            new Denied(
                "Only people who run this bot may do that. access.operators in amserr.yaml names"
                    + " them; "
                    + asks(actor)));
  }

  private static boolean isOperator(AccessSettings settings, Actor actor, Optional<Person> person) {
    boolean unnamedConsole =
        actor.platform().equals("console") && actor.id().equals("console") && person.isEmpty();
    boolean trusted = actor.platform().equals("api") || unnamedConsole;
    return trusted || isAmong(settings.operators(), actor, person);
  }

  private static Decision holds(
      AccessSettings settings, String name, Actor actor, Optional<Person> person) {
    AccessSettings.Role role = settings.roles().get(name);
    boolean held =
        role != null
            && (role.everyone()
                || (role.roster() && person.isPresent())
                || isAmong(role.members(), actor, person));
    return held
        ? new Permitted()
        : new Denied(
            "Only people with the role "
                + name
                + " may do that. access.roles in amserr.yaml names them; "
                + asks(actor));
  }

  private static boolean isAmong(
      AccessSettings.Members members, Actor actor, Optional<Person> person) {
    return members.lists(actor)
        || person.filter(p -> members.people().contains(p.id())).isPresent();
  }

  private static String notInRoster(Actor actor) {
    return "Only people of the on-call rosters may do that. If you are one, ask for your "
        + actor.platform()
        + " id "
        + actor.id()
        + " to be put into oncall.yaml.";
  }

  private static String asks(Actor actor) {
    return "if you should be one, ask for your "
        + actor.platform()
        + " id "
        + actor.id()
        + " to be added.";
  }
}
