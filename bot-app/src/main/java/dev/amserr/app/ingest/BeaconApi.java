package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.config.IngestSettings.BeaconSettings;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Endpoint;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Problem;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.ResolvedCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * Takes reports of browsers, which anybody can forge: so they come from configured pages only, so
 * many a minute from one address, and write nothing but counts of codes that the catalogs know or
 * that players are known to have. The source is the host of the page; everything else a report says
 * is dropped.
 */
public final class BeaconApi implements Routes {

  /** The code under which everything else is counted. */
  static final String UNKNOWN = "unknown player error";

  private static final int LONGEST_BODY = 16 * 1024;
  private static final int MOST_EVENTS = 50;
  private static final int LONGEST_CODE = 200;
  private static final int LONGEST_SYSTEM = 40;
  private static final int MOST_COUNTED = 1_000;

  private final Reception reception;
  private final BeaconSettings settings;
  private final AddressLimit limit;
  private final byte[] snippet;
  private final PlayerCodes playerCodes;

  public BeaconApi(Reception reception, BeaconSettings settings, Ticker ticker) {
    this.reception = reception;
    this.settings = settings;
    this.limit = new AddressLimit(settings.perAddressPerMinute(), ticker);
    this.snippet = Resource.bytes("player.js");
    this.playerCodes = PlayerCodes.read();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(
                "/api/v1/beacon",
                Protection.signed(),
                Operation.of("beacon", "Counts errors that players in browsers report")
                    .takes(
                        Schema.object()
                            .field(
                                "events",
                                Schema.listOf(
                                    Schema.object()
                                        .field("code", Schema.text())
                                        .optional("system", Schema.text())
                                        .optional("count", Schema.integer()))))
                    .answers(202, "What is counted, durably", IngestAnswers.SCHEMA)
                    .refuses(403, "The page is not one of ingest.beacon.origins")
                    .refuses(404, "The beacon is off")
                    .refuses(429, "Too many requests from this address"),
                Endpoint.later(this::beacon))
            .withBodyBytes(LONGEST_BODY),
        Route.get(
            "/player.js",
            Protection.probe(),
            Operation.of("playerSnippet", "The ES module that reports errors of players")
                .answers(200, "The module", "text/javascript"),
            request ->
                Answer.of(200, "text/javascript; charset=utf-8", snippet)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .header("Cache-Control", "public, max-age=3600")));
  }

  private CompletionStage<Answer> beacon(Request request) {
    if (!settings.enabled()) {
      throw new RequestRefused(404, "The beacon is off; ingest.beacon.enabled turns it on.");
    }
    String origin = request.header("Origin").orElse("").toLowerCase(Locale.ROOT);
    if (settings.origins().stream().noneMatch(own -> own.equalsIgnoreCase(origin))) {
      throw new RequestRefused(
          403, "Only pages of ingest.beacon.origins may send; add this page's origin there.");
    }
    if (!limit.allows(request.peer())) {
      throw new RequestRefused(
          Problem.of(429, "Too many reports from this address. Wait a minute.")
              .with("Retry-After", "60"));
    }
    List<Occurrence> counts = counts(request.json().path("events"), source(origin));
    return IngestAnswers.of(
            counts.isEmpty() ? IngestAnswers.nothing() : reception.events(null, counts), List.of())
        .thenApply(
            answer ->
                answer
                    .header("Access-Control-Allow-Origin", origin)
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .header("Vary", "Origin"));
  }

  private static String source(String origin) {
    String host = URI.create(origin).getHost();
    return host == null || host.length() > Occurrence.LONGEST_SOURCE ? "browser" : host;
  }

  private List<Occurrence> counts(JsonNode events, String source) {
    if (!events.isArray() || events.size() > MOST_EVENTS) {
      throw new RequestRefused(
          400, "The body needs a list \"events\" of at most " + MOST_EVENTS + " errors.");
    }
    List<Occurrence> counts = new ArrayList<>();
    for (JsonNode event : events) {
      String code = event.path("code").asText("").strip();
      if (!code.isEmpty()) {
        long count = Math.max(1, Math.min(MOST_COUNTED, event.path("count").asLong(1)));
        counts.add(occurrence(code, event.path("system").asText(""), source, count));
      }
    }
    return counts;
  }

  private Occurrence occurrence(String code, String system, String source, long count) {
    String pinned = system.isBlank() || system.length() > LONGEST_SYSTEM ? null : system;
    if (code.length() <= LONGEST_CODE) {
      ResolvedCode known = reception.resolve(code, pinned);
      if (!known.system().isEmpty() || playerCodes.have(system, code)) {
        return new Occurrence(code, pinned, source, null, count, null, null, null);
      }
    }
    return new Occurrence(UNKNOWN, null, source, null, count, null, null, null);
  }
}
