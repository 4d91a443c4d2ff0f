package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    List<Segment> segments = new ArrayList<>();
    if (layers.size() != 1 || byCalendar || trace != Trace.NONE) {
      worked(window, additions, trace, segments);
      return segments;
    }
    // Where no cover reaches, the turns of an only layer are the segments already.
    Instant at = window.from();
    for (Interval covered : union(covers(additions, window))) {
      if (at.isBefore(covered.from())) {
        turns(new Interval(at, covered.from()), segments);
      }
      Interval part = covered.intersection(window).orElseThrow();
      worked(part, additions, trace, segments);
      at = part.until();
    }
    if (at.isBefore(window.until())) {
      turns(new Interval(at, window.until()), segments);
    }
    return segments;
  }

  /** The times of covers, those that touch as one, in order. */
  private static List<Interval> union(List<Cover> covers) {
    List<Interval> times = new ArrayList<>(covers.size());
    covers.forEach(cover -> times.add(cover.time()));
    times.sort(Comparator.comparing(Interval::from));
    List<Interval> union = new ArrayList<>(times.size());
    for (Interval time : times) {
      int last = union.size() - 1;
      if (last >= 0 && !time.from().isAfter(union.get(last).until())) {
        Interval before = union.get(last);
        union.set(last, new Interval(before.from(), Interval.later(before.until(), time.until())));
      } else {
        union.add(time);
      }
    }
    return union;
  }

  /** The turns of the only layer, and the gaps between them. */
  private void turns(Interval window, List<Segment> segments) {
    Rotation rotation = layers.get(0).layer().rotation();
    Instant[] at = {window.from()};
    layers
        .get(0)
        .pieces(
            window,
            (time, id, turn) -> {
              addGap(at[0], time.from(), segments);
              Person person = Objects.requireNonNull(rosters.people().get(id));
              Holder holder = new Holder(person, new Reason.Turn(rotation, turn, 1));
              segments.add(new Segment(time, List.of(holder), List.of(), List.of()));
              at[0] = time.until();
            });
    addGap(at[0], window.until(), segments);
  }

  private static void addGap(Instant from, Instant until, List<Segment> segments) {
    if (from.isBefore(until)) {
      segments.add(new Segment(new Interval(from, until), List.of(), List.of(), List.of()));
    }
  }

  /** Works out every stretch between two changes: the contributions, then cover after cover. */
  private void worked(Interval window, Additions additions, Trace trace, List<Segment> segments) {
    List<Cover> covers = covers(additions, window);
    List<Contribution> contributions = contributions(window, additions);
    List<Instant> bounds = bounds(window, contributions, covers);
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

  /** Whether somebody may ever stand here; a calendar may name anybody. */
  Predicate<Person> mayShow(Additions additions) {
    if (byCalendar) {
      return person -> true;
    }
    Set<String> standIns = new HashSet<>();
    for (Cover cover : additions.covers()) {
      if (isCoveredBy(cover)) {
        standIns.add(cover.by());
      }
    }
    return person -> people.contains(person.id()) || standIns.contains(person.id());
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
