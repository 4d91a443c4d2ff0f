package dev.amserr.app.ingest;

import dev.amserr.app.config.IngestSettings;
import dev.amserr.app.config.IngestToken;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Endpoint;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.ingest.AlertFiring;
import dev.amserr.recurrence.ingest.AlertmanagerParser;
import dev.amserr.recurrence.ingest.EventParser;
import dev.amserr.recurrence.ingest.Intake;
import dev.amserr.recurrence.ingest.Plays;
import dev.amserr.recurrence.ingest.PlaysParser;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where errors and plays are reported. Every 202 is durable. */
public final class IngestApi implements Routes {

  private static final Set<String> TYPES =
      Set.of("application/json", "application/x-ndjson", "application/ndjson", "application/jsonl");

  private static final Schema EVENT =
      Schema.object()
          .field("code", Schema.text())
          .field("source", Schema.text())
          .optional("system", Schema.text())
          .optional("at", Schema.time())
          .optional("count", Schema.integer())
          .optional("message", Schema.text())
          .optional("session", Schema.text())
          .optional("id", Schema.text())
          .named("Event");

  private static final Schema PLAYS =
      Schema.object()
          .field("source", Schema.text())
          .optional("at", Schema.time())
          .field("count", Schema.integer())
          .named("Plays");

  private static final Schema ALERTS =
      Schema.object().field("alerts", Schema.listOf(Schema.object())).named("AlertmanagerWebhook");

  private final Reception reception;
  private final IngestTokens tokens;
  private final Clock clock;

  /**
   * @param settings those in force, asked at every request
   */
  public IngestApi(Reception reception, Supplier<IngestSettings> settings, Clock clock) {
    this.reception = reception;
    this.tokens = new IngestTokens(settings);
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route(
                "/api/v1/events",
                "reportEvents",
                "Counts errors: one, a list, or one a line (NDJSON)",
                EVENT,
                this::events)
            .withBodyTypes(TYPES),
        route(
                "/api/v1/plays",
                "reportPlays",
                "Counts plays, with which errors are compared: one, a list, or one a line",
                PLAYS,
                this::plays)
            .withBodyTypes(TYPES),
        route(
            "/api/v1/ingest/alertmanager",
            "reportAlerts",
            "Counts the alerts of Prometheus Alertmanager's webhook, each firing once",
            ALERTS,
            this::alerts));
  }

  private Route route(
      String path,
      String id,
      String summary,
      Schema body,
      Function<Request, CompletionStage<Answer>> endpoint) {
    return Route.post(
            path,
            Protection.changes(tokens),
            Operation.of(id, summary)
                .takes(body)
                .answers(202, "What is counted, durably", IngestAnswers.SCHEMA)
                .refuses(503, "Nothing was counted; Retry-After says when to send it again"),
            Endpoint.later(endpoint))
        .withGzip();
  }

  private CompletionStage<Answer> events(Request request) {
    Sender sender = tokens.sender(request, IngestToken.Scope.EVENTS);
    Sorted<Occurrence> events =
        sorted(EventParser.parse(request.body()), Occurrence::source, sender);
    return IngestAnswers.of(
        counting(events, items -> reception.events(sender.key(request), items)), events.rejected());
  }

  private CompletionStage<Answer> plays(Request request) {
    Sender sender = tokens.sender(request, IngestToken.Scope.PLAYS);
    Sorted<Plays> plays = sorted(PlaysParser.parse(request.body()), Plays::source, sender);
    return IngestAnswers.of(
        counting(plays, items -> reception.plays(sender.key(request), items)), plays.rejected());
  }

  private CompletionStage<Answer> alerts(Request request) {
    Sender sender = tokens.sender(request, IngestToken.Scope.ALERTMANAGER);
    Sorted<AlertFiring> alerts =
        sorted(
            AlertmanagerParser.parse(request.body(), clock.instant()),
            alert -> alert.occurrence().source(),
            sender);
    return IngestAnswers.of(counting(alerts, reception::alerts), alerts.rejected());
  }

  private static <T> Sorted<T> sorted(Intake<T> intake, Function<T, String> source, Sender sender) {
    return intake.fold(
        understood -> Sorted.of(understood, source, sender),
        unreadable -> {
          throw new RequestRefused(400, unreadable.reason());
        });
  }

  private static <T> CompletableFuture<Receipt> counting(
      Sorted<T> sorted, Function<List<T>, CompletableFuture<Receipt>> count) {
    return sorted.items().isEmpty() ? IngestAnswers.nothing() : count.apply(sorted.items());
  }
}
