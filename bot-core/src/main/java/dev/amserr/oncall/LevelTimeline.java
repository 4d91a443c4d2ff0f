package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One level of a team on the time line: its layers or its calendar, then its covers. */
final class LevelTimeline {

  private static final Duration SHORTEST_REACH = Duration.ofDays(2);

  private final Rosters rosters;
  private final String team;
  private final Level level;
  private final boolean byCalendar;
  private final List<LayerTurns> layers;

  LevelTimeline(
      Rosters rosters, String team, Level level, boolean byCalendar, List<LayerTurns> layers) {
    this.rosters = rosters;
    this.team = team;
    this.level = level;
    this.byCalendar = byCalendar;
    this.layers = List.copyOf(layers);
  }

  String name() {
    return level.name();
  }

  List<LayerTurns> layers() {
    return layers;
  }

  boolean byCalendar() {
    return byCalendar;
  }

  /**
   * What happens on this level in a window: segments that touch and fill it. Neighbours may have
   * the same people, for another reason each.
   *
   * @param lower the same window on the lower levels, whose people are not shown here again
   */
  List<Segment> segments(
      Interval window, Additions additions, List<List<Segment>> lower, Trace trace) {
    List<Contribution> contributions = contributions(window, additions);
    List<Cover> covers = covers(additions, window);
    List<Instant> bounds = bounds(window, contributions, covers, lower);
    List<Segment> segments = new ArrayList<>(bounds.size() - 1);
    List<Contribution> active = new ArrayList<>();
    int[] cursors = new int[lower.size()];
    int next = 0;
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Instant at = bounds.get(i);
      active.removeIf(contribution -> !contribution.time().until().isAfter(at));
      while (next < contributions.size() && !contributions.get(next).time().from().isAfter(at)) {
        active.add(contributions.get(next++));
      }
      if (active.size() > 1) {
        active.sort(Comparator.comparingInt(Contribution::order));
      }
      Lineup lineup = new Lineup(rosters.people());
      active.forEach(lineup::add);
      trace.contributed(lineup);
      for (Cover cover : covers) {
        if (cover.time().contains(at)) {
          boolean changed = lineup.apply(cover);
          trace.covered(cover, changed, lineup);
        }
      }
      for (int j = 0; j < cursors.length; j++) {
        while (!lower.get(j).get(cursors[j]).time().until().isAfter(at)) {
          cursors[j]++;
        }
        lineup.yieldTo(lower.get(j).get(cursors[j]));
      }
      trace.yielded(lineup);
      segments.add(lineup.during(new Interval(at, bounds.get(i + 1))));
    }
    return segments;
  }

  private List<Contribution> contributions(Interval window, Additions additions) {
    List<Contribution> all = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      int order = i;
      Rotation rotation = layers.get(i).layer().rotation();
      layers
          .get(i)
          .pieces(
              window,
              (time, person, turn) ->
                  all.add(
                      contribution(
                          time, order, person, new Reason.Turn(rotation, turn, order + 1))));
    }
    if (byCalendar) {
      for (CalendarShift shift : additions.calendar().shifts()) {
        shift
            .time()
            .intersection(window)
            .ifPresent(
                time ->
                    all.add(
                        rosters
                            .called(shift.person())
                            .map(Person::id)
                            .map(id -> contribution(time, 0, id, new Reason.Event()))
                            .orElseGet(() -> new Contribution.Unknown(time, 0, shift.person()))));
      }
    }
    if (layers.size() > 1) {
      all.sort(Comparator.comparing(contribution -> contribution.time().from()));
    }
    return all;
  }

  private Contribution contribution(Interval time, int order, String id, Reason why) {
    Person person = rosters.people().get(id);
    return person == null
        ? new Contribution.Unknown(time, order, id)
        : new Contribution.Known(time, order, new Holder(person, why));
  }

  private List<Cover> covers(Additions additions, Interval window) {
    List<Cover> covers = new ArrayList<>();
    for (Cover cover : additions.covers()) {
      if (isCoveredBy(cover) && cover.time().overlaps(window)) {
        covers.add(cover);
      }
    }
    return covers;
  }

  private boolean isCoveredBy(Cover cover) {
    return cover.team().equals(team) && cover.level().equals(level.name());
  }

  private static List<Instant> bounds(
      Interval window,
      List<Contribution> contributions,
      List<Cover> covers,
      List<List<Segment>> lower) {
    List<Instant> all = new ArrayList<>();
    all.add(window.from());
    all.add(window.until());
    contributions.forEach(contribution -> addBounds(contribution.time(), window, all));
    covers.forEach(cover -> addBounds(cover.time(), window, all));
    for (List<Segment> segments : lower) {
      segments.forEach(segment -> addBounds(segment.time(), window, all));
    }
    all.sort(null);
    List<Instant> bounds = new ArrayList<>(all.size());
    for (Instant bound : all) {
      if (bounds.isEmpty() || !bounds.get(bounds.size() - 1).equals(bound)) {
        bounds.add(bound);
      }
    }
    return bounds;
  }

  private static void addBounds(Interval time, Interval window, List<Instant> all) {
    if (time.from().isAfter(window.from())) {
      all.add(time.from());
    }
    if (time.until().isBefore(window.until())) {
      all.add(time.until());
    }
  }

  /** Everybody who may ever stand here, by id; of a calendar nobody is known beforehand. */
  Set<String> people(Additions additions) {
    Set<String> people = new HashSet<>();
    layers.forEach(turns -> people.addAll(turns.layer().people()));
    additions.covers().stream().filter(this::isCoveredBy).forEach(c -> people.add(c.by()));
    return people;
  }

  /** How far to look around an instant at first: as a rule the neighbouring shifts are in sight. */
  Duration reach() {
    return layers.stream()
        .map(turns -> turns.longestTurn().plusDays(1))
        .max(Comparator.naturalOrder())
        .filter(longest -> longest.compareTo(SHORTEST_REACH) > 0)
        .orElse(SHORTEST_REACH);
  }

  /** From when until when anything can be said, if anything can; later than that nobody stands. */
  Optional<Interval> lifetime(Additions additions) {
    List<Interval> parts = new ArrayList<>();
    layers.forEach(turns -> parts.add(new Interval(turns.begin(), turns.end())));
    additions.covers().stream().filter(this::isCoveredBy).map(Cover::time).forEach(parts::add);
    if (byCalendar) {
      additions.calendar().shifts().stream().map(CalendarShift::time).forEach(parts::add);
    }
    return parts.stream()
        .reduce(
            (a, b) ->
                new Interval(
                    Interval.earlier(a.from(), b.from()), Interval.later(a.until(), b.until())));
  }

  /** The latest instant at which something begins that can be foreseen without looking at turns. */
  Instant latestBegin(Additions additions, Instant otherwise) {
    Instant latest = otherwise;
    for (LayerTurns turns : layers) {
      latest = Interval.later(latest, turns.begin());
    }
    for (Cover cover : additions.covers()) {
      if (isCoveredBy(cover)) {
        latest = Interval.later(latest, cover.time().until());
      }
    }
    return latest;
  }
}
