package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import dev.amserr.recurrence.ingest.EventGridIntake;
import dev.amserr.recurrence.ingest.EventGridParser;
import dev.amserr.recurrence.ingest.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Takes events of Azure Event Grid, in its own schema and as CloudEvents 1.0, with the handshakes
 * of both: an event that asks for its code, and an OPTIONS request of the CloudEvents webhook
 * specification.
 */
public final class EventGridApi implements Routes {

  private static final String PATH = "/api/v1/ingest/eventgrid";
  private static final String ORIGIN = "WebHook-Request-Origin";

  private final Reception reception;
  private final IngestTokens tokens;

  /**
   * @param settings those in force, asked at every request
   */
  public EventGridApi(Reception reception, Supplier<IngestSettings> settings) {
    this.reception = reception;
    this.tokens = new IngestTokens(settings);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(
                PATH,
                Protection.changes(tokens),
                Operation.of("reportCloudEvents", "Counts the errors in events of Azure Event Grid")
                    .takes(Schema.object())
                    .answers(
                        200,
                        "The answer to a validation event",
                        Schema.object().field("validationResponse", Schema.text()))
                    .answers(202, "What is counted, durably", IngestAnswers.SCHEMA)
                    .refuses(503, "Nothing was counted; Retry-After says when to send it again"),
                Endpoint.later(this::events))
            .withBodyTypes(
                Set.of(
                    "application/json",
                    "application/cloudevents+json",
                    "application/cloudevents-batch+json"))
            .withGzip(),
        Route.options(
            PATH,
            Protection.signed(),
            Operation.of("allowCloudEvents", "Agrees to be sent events (CloudEvents webhooks)")
                .answers(200, "Agreed", ""),
            EventGridApi::handshake));
  }

  private static Answer handshake(Request request) {
    String origin = request.header(ORIGIN).orElse("");
    Answer answer = Answer.empty(200).header("Allow", "POST, OPTIONS");
    return origin.matches("[-.:/_a-zA-Z0-9]{1,255}")
        ? answer.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", "*")
        : answer;
  }

  private CompletionStage<Answer> events(Request request) {
    Sender sender = tokens.sender(request, IngestToken.Scope.EVENTGRID);
    return EventGridParser.parse(request.body())
        .<CompletionStage<Answer>>fold(
            handshake ->
                CompletableFuture.completedStage(
                    Answer.json(
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("validationResponse", handshake.validationCode()))),
            events -> count(events, sender),
            unreadable -> {
              throw new RequestRefused(400, unreadable.reason());
            });
  }

  private CompletionStage<Answer> count(EventGridIntake.Events events, Sender sender) {
    List<Rejection> rejected = new ArrayList<>(events.rejected());
    List<Occurrence> counted = new ArrayList<>();
    for (EventGridIntake.ErrorReport report : events.reports()) {
      if (sender.covers().test(report.source())) {
        counted.addAll(report.occurrences());
      } else {
        rejected.add(new Rejection(report.index(), sender.objection(report.source())));
      }
    }
    if (counted.isEmpty() && !events.reports().isEmpty()) {
      throw new RequestRefused(403, sender.objection(events.reports().get(0).source()));
    }
    rejected.sort(Comparator.comparingInt(Rejection::index));
    return IngestAnswers.of(
        counted.isEmpty() ? IngestAnswers.nothing() : reception.events(null, counted), rejected);
  }
}
