package dev.amserr.oncall;

import dev.amserr.oncall.CoverCheck.Refused;
import dev.amserr.oncall.CoverCheck.Why;
import dev.amserr.text.NearestNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says whether a cover may be made. Rights are not checked here. */
public final class CoverRules {

  /** The longest cover; what lasts longer belongs into the roster. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private final Rosters rosters;

  public CoverRules(Rosters rosters) {
    this.rosters = rosters;
  }

  /**
   * Checks a request. Times are kept to the millisecond.
   *
   * @param existing the covers of that team that are in force
   */
  public CoverCheck check(CoverRequest request, Instant now, List<Cover> existing) {
    return rosters
        .team(request.team())
        .fold(
            found -> check(found.team(), request, now, existing),
            unknown ->
                new Refused(
                    Why.UNKNOWN_TEAM,
                    "There is no team \"" + request.team() + "\"." + hint(unknown.nearest())));
  }

  private CoverCheck check(Team team, CoverRequest request, Instant now, List<Cover> existing) {
    if (team.level(request.level()).isEmpty()) {
      List<String> names = team.levels().stream().map(Level::name).toList();
      return new Refused(
          Why.UNKNOWN_LEVEL,
          team.title() + " has no level \"" + request.level() + "\", only " + join(names) + ".");
    }
    String level = team.levels().get(team.level(request.level()).orElseThrow()).name();
    Optional<Person> by = person(request.by());
    if (by.isEmpty()) {
      return stranger(request.by());
    }
    String standing = request.scope().fold(CoverScope.Standing::person, () -> "");
    Optional<Person> replaced = person(standing);
    if (!standing.isEmpty() && replaced.isEmpty()) {
      return stranger(standing);
    }
    if (replaced.equals(by)) {
      return new Refused(
          Why.SELF, by.get().name() + " cannot stand in for themselves. Name somebody else.");
    }
    CoverRequest exact =
        new CoverRequest(
            team.id(),
            level,
            replaced.map(p -> CoverScope.of(p.id())).orElseGet(CoverScope::slot),
            request.from().truncatedTo(ChronoUnit.MILLIS),
            request.until().truncatedTo(ChronoUnit.MILLIS),
            by.get().id());
    return time(exact, now)
        .orElseGet(
            () ->
                existing.stream()
                    .filter(cover -> cover.request().equals(exact))
                    .findFirst()
                    .<CoverCheck>map(CoverCheck.Present::new)
                    .orElseGet(() -> new CoverCheck.Accepted(exact)));
  }

  private static Optional<CoverCheck> time(CoverRequest request, Instant now) {
    Instant from = request.from();
    Instant until = request.until();
    Refused refused = null;
    if (until.equals(from)) {
      refused = new Refused(Why.EMPTY, "The cover begins and ends at the same time. Give an end.");
    } else if (until.isBefore(from)) {
      refused = new Refused(Why.ENDS_BEFORE_START, "The cover ends before it begins.");
    } else if (!until.isAfter(now)) {
      refused = new Refused(Why.PAST, "The cover is wholly past. Give an end that is yet to come.");
    } else if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      refused =
          new Refused(
              Why.TOO_LONG,
              "A cover lasts at most " + LONGEST.toDays() + " days. Edit the roster instead.");
    } else if (until.isAfter(OnCallResolver.LATEST)) {
      refused =
          new Refused(Why.TOO_LATE, "A cover must be over before " + OnCallResolver.LATEST + ".");
    }
    return Optional.ofNullable(refused);
  }

  private Optional<Person> person(String id) {
    return Optional.ofNullable(rosters.people().get(id));
  }

  private CoverCheck stranger(String name) {
    List<String> near =
        NearestNames.of(name.toLowerCase(Locale.ROOT), rosters.people().keySet(), 3);
    return new Refused(
        Why.UNKNOWN_PERSON, "Nobody in the roster is \"" + name + "\"." + hint(near));
  }

  private static String hint(List<String> near) {
    return near.isEmpty() ? "" : " Did you mean " + join(near) + "?";
  }

  private static String join(List<String> names) {
    return String.join(" or ", names);
  }
}
