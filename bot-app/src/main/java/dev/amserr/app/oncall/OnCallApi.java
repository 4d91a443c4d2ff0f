package dev.amserr.app.oncall;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallAnswer;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Who is on call, for programs. */
public final class OnCallApi implements Routes {

  private static final Schema SHIFT =
      Schema.object()
          .field("person", Schema.text())
          .field("name", Schema.text())
          .field("from", Schema.time())
          .field("until", Schema.time().orNull())
          .field("why", Schema.text())
          .named("Shift");

  private static final Schema NEXT =
      Schema.object()
          .field("person", Schema.text())
          .field("name", Schema.text())
          .field("from", Schema.time());

  private static final Schema LEVEL =
      Schema.object()
          .field("level", Schema.integer())
          .field("name", Schema.text())
          .field("onCall", Schema.listOf(SHIFT))
          .field(
              "gap",
              Schema.object()
                  .field("from", Schema.time().orNull())
                  .field("until", Schema.time().orNull())
                  .orNull())
          .field("next", NEXT.orNull())
          .named("Level");

  private static final Schema ANSWER =
      Schema.object()
          .field("team", Schema.text())
          .field("at", Schema.time())
          .field("zone", Schema.text())
          .field("levels", Schema.listOf(LEVEL))
          .field("shadows", Schema.listOf(Schema.object()))
          .field("warnings", Schema.listOf(Schema.text()))
          .field("stale", Schema.text().orNull())
          .named("OnCall");

  private final LiveOnCall live;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  public OnCallApi(LiveOnCall live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/oncall/{team}",
            Protection.privateData(),
            Operation.of("onCall", "Who is on call in a team, now or then")
                .path("team", "The id or the title of a team")
                .optionalQuery("at", "RFC 3339, or a local time on the clocks of the team")
                .answers(200, "The levels in the order in which they are asked", ANSWER)
                .refuses(404, "There is no such team"),
            this::answer));
  }

  private Answer answer(Request request) {
    OnCallState state = live.state();
    Team team =
        state
            .rosters()
            .team(request.path("team"))
            .fold(
                found -> found.team(),
                unknown -> {
                  throw new RequestRefused(404, AskedTeam.sentence(unknown));
                });
    Instant at = request.query("at").map(text -> instant(text, team)).orElseGet(clock::instant);
    return Answer.json(json.valueToTree(OnCallAnswer.of(state.at(team, at))));
  }

  private static Instant instant(String text, Team team) {
    return AskedInstant.parse(text, team.zone())
        .orElseThrow(() -> new RequestRefused(400, AskedInstant.EXPECTED));
  }
}
