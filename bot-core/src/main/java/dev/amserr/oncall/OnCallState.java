package dev.amserr.oncall;

import dev.amserr.storage.StoreUnavailableException;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One state of the rosters with the covers and calendars of the moment.
 *
 * <p>Lookups answer without the store too: then covers are missing, and the answer says so.
 */
public final class OnCallState {

  private static final Logger LOG = LoggerFactory.getLogger(OnCallState.class);

  // Shifts are looked for that far around a window, and a cover can change any of them.
  private static final Duration REACH = OnCallResolver.LOOK_AHEAD.plus(CoverRules.LONGEST);

  private final OnCallResolver resolver;
  private final OwnershipRules ownership;
  private final CoverSource covers;
  private final Calendars calendars;

  OnCallState(
      OnCallResolver resolver, OwnershipRules ownership, CoverSource covers, Calendars calendars) {
    this.resolver = resolver;
    this.ownership = ownership;
    this.covers = covers;
    this.calendars = calendars;
  }

  public OnCallResolver resolver() {
    return resolver;
  }

  public Rosters rosters() {
    return resolver.rosters();
  }

  public Collection<Team> teams() {
    return rosters().teams().values();
  }

  /** The complete answer for a team at an instant. */
  public TeamOnCall at(Team team, Instant at) {
    return resolver.at(team, additions(team, at), at);
  }

  /** What is known about a team around an instant, beside the roster. */
  public Additions additions(Team team, Instant at) {
    return additions(team, new Interval(at, at.plusNanos(1)));
  }

  /** What is known about a team around a window, beside the roster. */
  public Additions additions(Team team, Interval window) {
    Interval around = new Interval(window.from().minus(REACH), window.until().plus(REACH));
    CalendarShifts calendar = calendars.of(team);
    try {
      return new Additions(covers.of(team.id(), around), calendar);
    } catch (StoreUnavailableException unavailable) {
      LOG.warn("On-call is answered without covers: {}", unavailable.getMessage());
      return new Additions(
          List.of(), calendar, "covers are missing, because the store does not answer");
    }
  }

  /** The same for a team by its id; of one that is not in the rosters nothing is known. */
  public Additions additions(String team, Interval window) {
    Team known = rosters().teams().get(team);
    return known == null ? Additions.none() : additions(known, window);
  }

  /** Which team owns a code. */
  public Owner owner(OwnedCode code, String hint) {
    return ownership.owner(code, hint);
  }

  /** Whether a person belongs to a team: by its layers and shadows, or by its calendar. */
  public boolean isMember(Person person, Team team) {
    return rosters().isMember(person.id(), team)
        || calendars.of(team).shifts().stream()
            .map(CalendarShift::person)
            .map(rosters()::called)
            .flatMap(Optional::stream)
            .anyMatch(person::equals);
  }
}
