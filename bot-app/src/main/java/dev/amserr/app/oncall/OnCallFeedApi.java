package dev.amserr.app.oncall;

import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The calendars of the teams, for calendar programs; each request carries the key of a feed. */
public final class OnCallFeedApi implements Routes {

  private static final String TYPE = "text/calendar; charset=utf-8";

  private final OnCallFeed feed;

  public OnCallFeedApi(OnCallFeed feed) {
    this.feed = feed;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/oncall/{team}.ics",
            Protection.signed(),
            Operation.of("onCallCalendar", "The shifts of a team as a calendar")
                .path("team", "The id of a team")
                .query("key", "As /oncall calendar gives it")
                .answers(200, "The calendar", TYPE)
                .answers(304, "The calendar is the one that the caller has", "")
                .refuses(404, "No such team, or the key does not open it")
                .refuses(503, "It cannot be said now"),
            this::answer));
  }

  private Answer answer(Request request) {
    return feed.get(
            request.path("team"),
            request.query("key").orElse(""),
            request.header("If-None-Match").orElse(""))
        .fold(
            document ->
                Answer.of(200, TYPE, document.body().getBytes(StandardCharsets.UTF_8))
                    .header("ETag", document.etag())
                    .header("Cache-Control", "private, no-cache"),
            known -> Answer.empty(304).header("ETag", known.etag()),
            missing -> {
              throw new RequestRefused(404, "There is no such calendar, or the key is not valid.");
            },
            unavailable -> {
              throw new RequestRefused(503, unavailable.why());
            });
  }
}
