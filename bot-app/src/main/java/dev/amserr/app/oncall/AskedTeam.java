package dev.amserr.app.oncall;

import dev.amserr.oncall.TeamSearch;

/** What to say to a caller who asks for a team that is not there. */
public final class AskedTeam {

  private AskedTeam() {}

  /** A sentence with the teams that may have been meant, else all there are. */
  public static String sentence(TeamSearch.Unknown unknown) {
    String start = "There is no team " + unknown.asked() + ".";
    if (!unknown.nearest().isEmpty()) {
      return start + " Did you mean " + String.join(" or ", unknown.nearest()) + "?";
    }
    return unknown.all().isEmpty()
        ? start + " No team is configured: oncall.yaml describes them."
        : start + " There are: " + String.join(", ", unknown.all()) + ".";
  }
}
