package dev.amserr.app.config;

import dev.amserr.oncall.LayerText;
import dev.amserr.oncall.LevelChange;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom an edit of the rosters moves, as a terminal or a log shows it. */
public final class RosterChangeReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  private final Rosters before;
  private final Rosters after;

  public RosterChangeReport(Rosters before, Rosters after) {
    this.before = before;
    this.after = after;
  }

  /** A line for each level on which somebody comes or goes at that very moment. */
  public List<String> movedNow(List<LevelChange> changes) {
    return changes.stream()
        .filter(LevelChange::movesNow)
        .map(
            change ->
                level(change) + ": " + names(change.nowBefore()) + " → " + names(change.nowAfter()))
        .toList();
  }

  /** Every changed level: who moves now, the next shifts before and after, the layers to paste. */
  public String text(List<LevelChange> changes) {
    if (changes.isEmpty()) {
      return "No shift differs.\n";
    }
    return changes.stream().map(this::text).collect(Collectors.joining("\n"));
  }

  private String text(LevelChange change) {
    ZoneId zone = zone(change.team());
    StringBuilder text =
        new StringBuilder(level(change)).append(" (times in ").append(zone).append(")\n");
    if (change.movesNow()) {
      text.append("  on call at that moment: ")
          .append(names(change.nowBefore()))
          .append(" → ")
          .append(names(change.nowAfter()))
          .append('\n');
    }
    shifts(text, "before", change.before(), zone);
    shifts(text, "after", change.after(), zone);
    if (!change.keeping().isEmpty()) {
      text.append(
              "  These layers bring the new people in and leave the shift of that moment as it is:\n")
          .append(LayerText.of(change.keeping()).indent(4));
    }
    return text.toString();
  }

  private static void shifts(StringBuilder text, String title, List<Shift> shifts, ZoneId zone) {
    text.append("  ").append(title).append(shifts.isEmpty() ? ": nobody\n" : ":\n");
    for (Shift shift : shifts) {
      text.append("    ")
          .append(time(shift.from(), zone))
          .append(" – ")
          .append(time(shift.until(), zone))
          .append("  ")
          .append(shift.person().name())
          .append('\n');
    }
  }

  /** A time as the reports of this program show it. */
  static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "no end in sight" : TIME.format(at.atZone(zone));
  }

  private ZoneId zone(String team) {
    return Optional.ofNullable(after.teams().get(team))
        .or(() -> Optional.ofNullable(before.teams().get(team)))
        .map(Team::zone)
        .orElse(ZoneOffset.UTC);
  }

  private static String level(LevelChange change) {
    return change.team() + "/" + change.level();
  }

  private static String names(List<Person> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(Person::name).collect(Collectors.joining(", "));
  }
}
