package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.recurrence.DossierAnswer;
import dev.amserr.recurrence.Dossiers;
import dev.amserr.recurrence.ErrorBoard;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Overview;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesAnswer;
import dev.amserr.recurrence.Timelines;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.time.Durations;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The recurring errors of a window, and pictures of them. */
public final class SeriesApi implements Routes {

  private static final Duration LONGEST = Duration.ofDays(400);
  private static final String WINDOW = "How far back, such as 24h (the default), 90m or 7d";
  private static final int TREND_HOURS = 24;
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1_000;

  private final ErrorBoard board;
  private final Dossiers dossiers;
  private final Timelines timelines;
  private final Function<Series, String> owner;
  private final Function<String, Optional<byte[]>> pictures;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param owner the id of the team that owns a series; empty for nobody
   * @param pictures a picture as PNG by its id; empty if there is none
   */
  public SeriesApi(
      OccurrenceStore store,
      Timelines timelines,
      Function<Series, String> owner,
      Function<String, Optional<byte[]>> pictures,
      Clock clock) {
    this.board = new ErrorBoard(store);
    this.timelines = timelines;
    this.dossiers = new Dossiers(store, board, timelines);
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
                .optionalQuery("window", WINDOW)
                .optionalQuery("source", "Only of this source")
                .optionalQuery("system", "Only of this system")
                .optionalQuery("limit", "How many at most, 1 to 1000; 100 by default")
                .optionalQuery("hourly", "true adds the counts of each of the last 24 hours")
                .answers(200, "The series with their states", SeriesSchemas.LIST),
            this::series),
        Route.get(
            "/api/v1/series/{id}",
            Protection.privateData(),
            Operation.of("dossier", "Everything that is known of one series, for a page or a chart")
                .path("id", "Its id, as the list has it")
                .optionalQuery("window", WINDOW)
                .answers(200, "Its points, states, samples and history", SeriesSchemas.DOSSIER)
                .refuses(404, "There is no such series"),
            this::dossier),
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
            new Interval(end.minus(window(request)), end),
            request.query("source").orElse(null),
            request.query("system").orElse(null),
            limit(request));
    Overview overview = board.overview(query, now);
    return Answer.json(
        json.valueToTree(SeriesAnswer.of(overview, owner, hourly(request, overview, now))));
  }

  private Map<Long, List<Long>> hourly(Request request, Overview overview, Instant now) {
    String wanted = request.query("hourly").orElse("false");
    if (!wanted.matches("true|false")) {
      throw new RequestRefused(400, "hourly is true or false.");
    }
    return Boolean.parseBoolean(wanted)
        ? timelines.hourly(
            overview.lines().stream().map(line -> line.series().id()).toList(),
            Timelines.lastHours(TREND_HOURS, now))
        : Map.of();
  }

  private Answer dossier(Request request) {
    String id = request.path("id");
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw noSeries(id);
    }
    return dossiers
        .of(Long.parseLong(id), window(request), clock.instant())
        .map(found -> Answer.json(json.valueToTree(DossierAnswer.of(found, owner))))
        .orElseThrow(() -> noSeries(id));
  }

  private static RequestRefused noSeries(String id) {
    return new RequestRefused(
        404, "There is no series " + id + ". GET /api/v1/series lists those that are.");
  }

  private static Duration window(Request request) {
    return Durations.parse(request.query("window").orElse("24h"))
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
