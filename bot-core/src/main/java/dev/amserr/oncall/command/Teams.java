package dev.amserr.oncall.command;

import dev.amserr.command.Choice;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Level;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamSearch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Finds the team and the level that an option names, or says which there are. */
final class Teams {

  private Teams() {}

  /** Goes on with the team, or says that there is none of that name. */
  static Reply withTeam(OnCallState state, String name, Function<Team, Reply> then) {
    return state.rosters().team(name).fold(found -> then.apply(found.team()), Teams::unknown);
  }

  /** Goes on with a level's index; the first one if none is named. */
  static Reply withLevel(Team team, Optional<String> name, IntFunction<Reply> then) {
    OptionalInt level = name.isEmpty() ? OptionalInt.of(0) : team.level(name.get());
    if (level.isPresent()) {
      return then.apply(level.getAsInt());
    }
    return warning(
        "No level \"" + name.orElse("") + "\"",
        team.title() + " has the levels " + String.join(", ", levels(team)) + ".");
  }

  static List<String> levels(Team team) {
    return team.levels().stream().map(Level::name).toList();
  }

  private static Reply unknown(TeamSearch.Unknown unknown) {
    if (unknown.all().isEmpty()) {
      return noTeams();
    }
    String near =
        unknown.nearest().isEmpty()
            ? ""
            : "Did you mean " + String.join(" or ", unknown.nearest()) + "? ";
    return warning(
        "No team \"" + unknown.asked() + "\"",
        near + "There are " + String.join(", ", unknown.all()) + ".");
  }

  static Reply noTeams() {
    return warning(
        "No team is on call here",
        "No team is configured. Write people and teams into config/oncall.yaml.");
  }

  static Reply warning(String title, String text) {
    return Reply.of(Card.titled(title).tone(Tone.WARNING).text(text).build());
  }

  /** Teams whose id or title begins like what was typed, then those that contain it. */
  static List<Choice> like(OnCallState state, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return state.teams().stream()
        .filter(team -> key(team).contains(wanted))
        .sorted((a, b) -> Boolean.compare(startsWith(b, wanted), startsWith(a, wanted)))
        .map(team -> new Choice(shortened(team.title()), team.id()))
        .toList();
  }

  private static String key(Team team) {
    return (team.id() + "\n" + team.title()).toLowerCase(Locale.ROOT);
  }

  private static boolean startsWith(Team team, String wanted) {
    return team.id().toLowerCase(Locale.ROOT).startsWith(wanted)
        || team.title().toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  // A choice's name has at most 100 code points.
  private static String shortened(String title) {
    int length = title.codePointCount(0, title.length());
    return length <= 100 ? title : title.substring(0, title.offsetByCodePoints(0, 99)) + "…";
  }
}
