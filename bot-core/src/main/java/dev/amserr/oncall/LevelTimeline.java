package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One level of a team on the time line: its layers or its calendar, then its covers. */
final class LevelTimeline {

  private static final Duration CALENDAR_REACH = Duration.ofDays(8);
  // A turn gets longer when clocks are set back.
  private static final Duration CLOCK_CHANGE = Duration.ofHours(2);

  private final Rosters rosters;
  private final String team;
  private final Level level;
  private final boolean byCalendar;
  private final List<LayerTurns> layers;
  private final Set<String> people;
  private final Duration reach;

  LevelTimeline(Rosters rosters, Team team, Level level, List<LayerTurns> layers) {
    this.rosters = rosters;
    this.team = team.id();
    this.level = level;
    this.byCalendar = team.calendar() != null && level.layers().isEmpty();
    this.layers = List.copyOf(layers);
    this.people =
        layers.stream()
            .flatMap(turns -> turns.layer().people().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.reach =
        layers.stream()
            .map(turns -> turns.longestTurn().plus(CLOCK_CHANGE))
            .max(Comparator.naturalOrder())
            .orElse(CALENDAR_REACH);
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
   * What happens on this level alone in a window: segments that touch and fill it. Neighbours may
   * have the same people, for another reason each.
   */
  List<Segment> segments(Interval window, Additions additions, Trace trace) {
    List<Contribution> contributions = contributions(window, additions);
    List<Cover> covers = covers(additions, window);
    List<Instant> bounds = bounds(window, contributions, covers);
    List<Segment> segments = new ArrayList<>(bounds.size() - 1);
    List<Contribution> active = new ArrayList<>();
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
      Interval window, List<Contribution> contributions, List<Cover> covers) {
    List<Instant> all = new ArrayList<>();
    all.add(window.from());
    all.add(window.until());
    contributions.forEach(contribution -> addBounds(contribution.time(), window, all));
    covers.forEach(cover -> addBounds(cover.time(), window, all));
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

  /** Whether any of these people may ever stand here; a calendar may name anybody. */
  boolean mayShow(List<Holder> holders, Additions additions) {
    for (Holder holder : holders) {
      String id = holder.person().id();
      if (byCalendar || people.contains(id)) {
        return true;
      }
      for (Cover cover : additions.covers()) {
        if (cover.by().equals(id) && isCoveredBy(cover)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How far to look around an instant at first: as a rule the neighbouring shifts are in sight. */
  Duration reach() {
    return reach;
  }

  /** From when until when anything can be said, if anything can; later than that nobody stands. */
  Optional<Interval> lifetime(Additions additions) {
    List<Interval> parts = new ArrayList<>();
    // A validity within an hour that clocks skip is no time at all.
    layers.stream()
        .filter(turns -> turns.begin().isBefore(turns.end()))
        .forEach(turns -> parts.add(new Interval(turns.begin(), turns.end())));
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
