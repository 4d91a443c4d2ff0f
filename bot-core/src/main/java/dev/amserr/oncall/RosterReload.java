package dev.amserr.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in text whom other rosters move: a line for a log or a post, or in full for an editor. */
public final class RosterReload {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);

  private final Rosters before;
  private final Rosters after;
  private final RosterComparison comparison;

  /**
   * Prepares a comparison.
   *
   * @param additions what is known beside the roster about the team with an id, the same for both
   */
  public RosterReload(Rosters before, Rosters after, Function<String, Additions> additions) {
    this.before = before;
    this.after = after;
    this.comparison = new RosterComparison(before, after, additions);
  }

  /** A sentence for each level on which somebody's shifts move; empty if nobody's do. */
  public List<String> movesAt(Instant at) {
    return comparison.changesAt(at).stream().map(this::sentence).toList();
  }

  private String sentence(LevelChange change) {
    String place = change.team() + "/" + change.level() + ": ";
    if (change.before().isEmpty() && change.after().isEmpty()) {
      return place + "nobody, now or later.";
    }
    if (change.movesNow()) {
      return place
          + "on call now is "
          + names(change.nowAfter())
          + " instead of "
          + names(change.nowBefore())
          + ".";
    }
    int first = firstDifference(change);
    Optional<Shift> was = shift(change.before(), first);
    Optional<Shift> is = shift(change.after(), first);
    Instant from =
        was.map(Shift::from)
            .flatMap(w -> is.map(Shift::from).map(i -> i.isBefore(w) ? i : w))
            .or(() -> is.map(Shift::from))
            .orElseGet(() -> was.map(Shift::from).orElseThrow());
    return place
        + "who is on call now stays; from "
        + spelled(from, zone(change))
        + " "
        + is.map(shift -> span(shift, zone(change))).orElse("nobody in sight")
        + " instead of "
        + was.map(shift -> span(shift, zone(change))).orElse("nobody in sight")
        + ".";
  }

  private static int firstDifference(LevelChange change) {
    int i = 0;
    while (i < change.before().size()
        && i < change.after().size()
        && isSame(change.before().get(i), change.after().get(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSame(Shift a, Shift b) {
    return a.person().id().equals(b.person().id())
        && a.from().equals(b.from())
        && String.valueOf(a.until()).equals(String.valueOf(b.until()));
  }

  private static Optional<Shift> shift(List<Shift> shifts, int index) {
    return index < shifts.size() ? Optional.of(shifts.get(index)) : Optional.empty();
  }

  private static String span(Shift shift, ZoneId zone) {
    Instant until = shift.until();
    return shift.person().name() + (until == null ? "" : " until " + spelled(until, zone));
  }

  /** The next shifts before and after of every level that changes, with the layers that keep. */
  public String differenceAt(Instant at) {
    List<LevelChange> changes = comparison.changesAt(at);
    if (changes.isEmpty()) {
      return "Nobody moves: the next "
          + RosterComparison.SHIFTS
          + " shifts of every level are the same.\n";
    }
    return changes.stream().map(this::difference).collect(Collectors.joining("\n"));
  }

  private String difference(LevelChange change) {
    ZoneId zone = zone(change);
    List<String> lines = new ArrayList<>();
    lines.add(change.team() + "/" + change.level() + ", times of " + zone);
    lines.add(
        change.movesNow()
            ? "  now: " + names(change.nowBefore()) + " -> " + names(change.nowAfter())
            : "  now: " + names(change.nowBefore()) + ", as before");
    lines.add("  before:");
    addShifts(lines, change.before(), zone);
    lines.add("  after:");
    addShifts(lines, change.after(), zone);
    if (!change.keeping().isEmpty()) {
      lines.add("  these layers bring the new people in and move nobody's shift of now:");
      LayerText.of(change.keeping()).lines().forEach(line -> lines.add("    " + line));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addShifts(List<String> lines, List<Shift> shifts, ZoneId zone) {
    for (Shift shift : shifts) {
      lines.add(
          "    "
              + spelled(shift.from(), zone)
              + " to "
              + spelled(shift.until(), zone)
              + "  "
              + shift.person().name());
    }
    if (shifts.isEmpty()) {
      lines.add("    nobody");
    }
  }

  private ZoneId zone(LevelChange change) {
    Team team = after.teams().get(change.team());
    Team known = team == null ? before.teams().get(change.team()) : team;
    return known == null ? ZoneOffset.UTC : known.zone();
  }

  private static String names(List<Person> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(Person::name).collect(Collectors.joining(", "));
  }

  private static String spelled(@Nullable Instant at, ZoneId zone) {
    return at == null ? "no end in sight" : TIME.format(at.atZone(zone));
  }
}
