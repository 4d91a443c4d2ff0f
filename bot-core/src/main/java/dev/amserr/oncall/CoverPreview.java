package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What making or removing a cover changes, within the time of that cover.
 *
 * @param before the segments of its level as they are
 * @param after the segments as they would be
 */
public record CoverPreview(List<Segment> before, List<Segment> after) {

  public CoverPreview {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** What an accepted request would change. */
  public static CoverPreview ofAdding(
      OnCallResolver resolver,
      CoverCheck.Accepted accepted,
      Additions additions,
      Instant now,
      String createdBy) {
    CoverRequest request = accepted.request();
    long id = additions.covers().stream().mapToLong(Cover::id).max().orElse(0) + 1;
    Cover cover =
        new Cover(
            id,
            request.team(),
            request.level(),
            request.scope(),
            new Interval(request.from(), request.until()),
            request.by(),
            now,
            createdBy);
    List<Cover> covers = new ArrayList<>(additions.covers());
    covers.add(cover);
    return of(resolver, cover, additions, additions.withCovers(covers));
  }

  /** What the removal of a cover would change. */
  public static CoverPreview ofRemoving(OnCallResolver resolver, Cover cover, Additions additions) {
    List<Cover> others = additions.covers().stream().filter(c -> c.id() != cover.id()).toList();
    return of(resolver, cover, additions, additions.withCovers(others));
  }

  /** Whether the same people are on call either way. */
  public boolean changesNothing() {
    return people(before).equals(people(after));
  }

  private static CoverPreview of(
      OnCallResolver resolver, Cover cover, Additions additions, Additions changed) {
    Team team = resolver.rosters().teams().get(cover.team());
    if (team == null || team.level(cover.level()).isEmpty()) {
      return new CoverPreview(List.of(), List.of());
    }
    int level = team.level(cover.level()).orElseThrow();
    return new CoverPreview(
        resolver.segments(team, level, additions, cover.time()),
        resolver.segments(team, level, changed, cover.time()));
  }

  private static List<String> people(List<Segment> segments) {
    return segments.stream().map(segment -> segment.time() + " " + segment.people()).toList();
  }
}
