package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The gaps and overlaps that lie ahead, as lines for whoever edits a roster. What recurs is one
 * line with its count and its first time; what a clock change makes is named with it.
 */
public final class GapWarnings {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ENGLISH);

  private GapWarnings() {}

  /**
   * The lines for all teams within {@link GapForecast#DEFAULT_WINDOW}, by the rosters alone: of a
   * team that follows a calendar they only say so.
   */
  public static List<String> of(Rosters rosters, Instant now) {
    GapForecast forecast = new GapForecast(rosters);
    Interval window = new Interval(now, now.plus(GapForecast.DEFAULT_WINDOW));
    List<String> lines = new ArrayList<>();
    for (Team team : rosters.teams().values()) {
      if (team.calendar() != null) {
        lines.add(team.id() + ": follows a calendar, which is not read here");
        continue;
      }
      Map<String, List<Finding>> alike = new LinkedHashMap<>();
      for (Finding finding : forecast.of(team, Additions.none(), window)) {
        String what = team.id() + "/" + finding.name() + ": " + finding.text();
        alike.computeIfAbsent(what, key -> new ArrayList<>()).add(finding);
      }
      alike.forEach((what, findings) -> lines.add(line(team, what, findings)));
    }
    return lines;
  }

  private static String line(Team team, String what, List<Finding> findings) {
    Interval first = findings.get(0).time();
    String times =
        findings.size() == 1
            ? ", "
            : ", " + findings.size() + " times within " + days() + " days, first ";
    return what
        + times
        + TIME.format(first.from().atZone(team.zone()))
        + " to "
        + TIME.format(first.until().atZone(team.zone()));
  }

  private static long days() {
    return GapForecast.DEFAULT_WINDOW.toDays();
  }
}
