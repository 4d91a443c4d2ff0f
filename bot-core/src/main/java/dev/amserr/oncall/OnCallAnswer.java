package dev.amserr.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer as JSON, of the command line and of the API. Times are RFC 3339 in UTC. It has no
 * contact data.
 *
 * @param zone the team's
 * @param stale why the answer may be out of date, or null
 */
public record OnCallAnswer(
    String team,
    String at,
    String zone,
    List<LevelPart> levels,
    List<ShadowPart> shadows,
    List<String> warnings,
    @Nullable String stale) {

  /**
   * One level.
   *
   * @param level from 1
   * @param onCall empty in a gap
   * @param gap null outside a gap
   * @param next who begins next, or null if nobody is in sight
   * @param alsoNext who else begins at that time; left out if nobody
   */
  public record LevelPart(
      int level,
      String name,
      List<PersonPart> onCall,
      @Nullable GapPart gap,
      @Nullable NextPart next,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NextPart> alsoNext) {}

  /**
   * Somebody on call.
   *
   * @param until null if no end is in sight
   */
  public record PersonPart(
      String person, String name, String from, @Nullable String until, String why) {}

  /**
   * A gap.
   *
   * @param from null if nobody was on call before
   * @param until null if no end is in sight
   */
  public record GapPart(@Nullable String from, @Nullable String until) {}

  /** Somebody who is on call later. */
  public record NextPart(String person, String name, String from) {}

  /**
   * Somebody who follows a level and is not to be paged.
   *
   * @param of the name of the level
   */
  public record ShadowPart(
      String of, String person, String name, String from, @Nullable String until) {}

  /** The JSON shape of an answer. */
  public static OnCallAnswer of(TeamOnCall answer) {
    return new OnCallAnswer(
        answer.team().id(),
        answer.at().toString(),
        answer.team().zone().getId(),
        answer.levels().stream().map(OnCallAnswer::level).toList(),
        answer.shadows().stream().map(OnCallAnswer::shadow).toList(),
        answer.warnings(),
        answer.stale().isEmpty() ? null : answer.stale());
  }

  private static LevelPart level(LevelOnCall level) {
    OnCall onCall = level.onCall();
    List<NextPart> next = onCall.next().stream().map(OnCallAnswer::next).toList();
    return new LevelPart(
        level.number(),
        level.name(),
        onCall.shifts().stream().map(OnCallAnswer::person).toList(),
        onCall.<@Nullable GapPart>fold(
            assigned -> null, gap -> new GapPart(text(gap.since()), text(gap.until()))),
        next.isEmpty() ? null : next.get(0),
        next.stream().skip(1).toList());
  }

  private static PersonPart person(Shift shift) {
    return new PersonPart(
        shift.person().id(),
        shift.person().name(),
        shift.from().toString(),
        text(shift.until()),
        shift.why().text());
  }

  private static NextPart next(Upcoming next) {
    return new NextPart(next.person().id(), next.person().name(), next.from().toString());
  }

  private static ShadowPart shadow(TeamOnCall.Following following) {
    Shift shift = following.shift();
    return new ShadowPart(
        following.of(),
        shift.person().id(),
        shift.person().name(),
        shift.from().toString(),
        text(shift.until()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
