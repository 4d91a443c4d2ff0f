package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.recurrence.ErrorBoard;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesAnswer;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.time.Durations;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The recurring errors of a window, and pictures of them. */
public final class SeriesApi implements Routes {

  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1_000;

  private static final Schema WHY =
      Schema.object()
          .field("observed", Schema.number())
          .field("limit", Schema.number())
          .field("baseline", Schema.number());

  private static final Schema ANSWER =
      Schema.object()
          .field("window", Schema.object().field("from", Schema.time()).field("to", Schema.time()))
          .field(
              "series",
              Schema.listOf(
                  Schema.object()
                      .field("id", Schema.integer())
                      .field("code", Schema.text())
                      .field("system", Schema.text().orNull())
                      .field("name", Schema.text().orNull())
                      .field("source", Schema.text())
                      .field("count", Schema.integer())
                      .field("before", Schema.integer())
                      .field("firstSeen", Schema.time())
                      .field("lastSeen", Schema.time())
                      .field(
                          "states",
                          Schema.listOf(
                              Schema.object()
                                  .field("state", Schema.text())
                                  .field("since", Schema.time())
                                  .field("why", WHY)))
                      .field("owner", Schema.text().orNull())
                      .named("Series")))
          .field("more", Schema.integer())
          .named("SeriesList");

  private final ErrorBoard board;
  private final Function<Series, String> owner;
  private final Function<String, Optional<byte[]>> pictures;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param owner the id of the team that owns a series; empty for nobody
   * @param pictures a picture as PNG by its id; empty if there is none
   */
  public SeriesApi(
      ErrorBoard board,
      Function<Series, String> owner,
      Function<String, Optional<byte[]>> pictures,
      Clock clock) {
    this.board = board;
    this.owner = owner;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/series",
            Protection.privateData(),
            Operation.of("series", "The recurring errors of a window, the most frequent first")
                .optionalQuery("window", "How far back, such as 24h (the default), 90m or 7d")
                .optionalQuery("source", "Only of this source")
                .optionalQuery("system", "Only of this system")
                .optionalQuery("limit", "How many at most, 1 to 1000; 100 by default")
                .answers(200, "The series with their states", ANSWER),
            this::series),
        Route.get(
            "/charts/{id}.png",
            Protection.open(),
            Operation.of("chart", "A picture that a reply shows")
                .path("id", "Its id, as the reply has it")
                .answers(200, "The picture", "image/png")
                .refuses(404, "There is no such picture"),
            this::chart));
  }

  private Answer series(Request request) {
    Instant now = clock.instant();
    Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    TopQuery query =
        new TopQuery(
            new Interval(end.minus(window(request.query("window").orElse("24h"))), end),
            request.query("source").orElse(null),
            request.query("system").orElse(null),
            limit(request));
    return Answer.json(json.valueToTree(SeriesAnswer.of(board.overview(query, now), owner)));
  }

  private static Duration window(String text) {
    return Durations.parse(text)
        .filter(length -> length.toMinutes() >= 1 && length.compareTo(LONGEST) <= 0)
        .orElseThrow(
            () ->
                new RequestRefused(
                    400, "window is a length of time from 1m to 400d, such as 24h or 7d."));
  }

  private static int limit(Request request) {
    String text = request.query("limit").orElse(Integer.toString(DEFAULT_LIMIT));
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
      throw new RequestRefused(400, "limit is a number from 1 to 1000.");
    }
    return Integer.parseInt(text);
  }

  private Answer chart(Request request) {
    return pictures
        .apply(request.path("id"))
        .map(
            png -> Answer.of(200, "image/png", png).header("Cache-Control", "private, max-age=300"))
        .orElseThrow(() -> new RequestRefused(404, "There is no such picture."));
  }
}
