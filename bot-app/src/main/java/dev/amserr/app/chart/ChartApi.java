package dev.amserr.app.chart;

import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.recurrence.SeriesCharts;
import java.util.List;

/**
 * Charts by their ids. Open, because chat platforms fetch them without a token; an id is part of a
 * post that was made with it.
 */
public final class ChartApi implements Routes {

  private static final String PNG = "image/png";

  private final SeriesCharts charts;

  public ChartApi(SeriesCharts charts) {
    this.charts = charts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/charts/{id}.png",
            Protection.signed(),
            Operation.of("chart", "The picture of a series")
                .path("id", "As an answer names it")
                .answers(200, "The picture", PNG)
                .refuses(404, "No such picture, or this machine can't draw"),
            this::chart));
  }

  private Answer chart(Request request) {
    byte[] png =
        charts
            .png(request.path("id"))
            .orElseThrow(() -> new RequestRefused(404, "There is no such picture."));
    return Answer.of(200, PNG, png).header("Cache-Control", "public, max-age=60");
  }
}
