package dev.amserr.app.config;

import dev.amserr.oncall.Additions;
import dev.amserr.oncall.Finding;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The gaps and overlaps that lie ahead by the rosters alone, as a terminal shows them. */
public final class GapReport {

  private static final int MOST_LINES = 10;

  private GapReport() {}

  /** A line for each, at most {@value #MOST_LINES} a team. */
  public static List<String> lines(Rosters rosters, Instant at) {
    GapForecast forecast = new GapForecast(rosters);
    Interval window = new Interval(at, at.plus(GapForecast.DEFAULT_WINDOW));
    List<String> lines = new ArrayList<>();
    for (Team team : rosters.teams().values()) {
      if (team.calendar() != null) {
        lines.add(team.id() + ": follows a calendar, which is not read here");
        continue;
      }
      List<Finding> findings = forecast.of(team, Additions.none(), window);
      findings.stream().limit(MOST_LINES).forEach(finding -> lines.add(line(team, finding)));
      if (findings.size() > MOST_LINES) {
        lines.add(team.id() + ": and " + (findings.size() - MOST_LINES) + " more");
      }
    }
    return lines;
  }

  private static String line(Team team, Finding finding) {
    return team.id()
        + "/"
        + finding.name()
        + ": "
        + RosterChangeReport.time(finding.time().from(), team.zone())
        + " – "
        + RosterChangeReport.time(finding.time().until(), team.zone())
        + " "
        + team.zone()
        + ": "
        + finding.text();
  }
}
