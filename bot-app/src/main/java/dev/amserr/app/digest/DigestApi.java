package dev.amserr.app.digest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.app.console.ReplySchemas;
import dev.amserr.app.console.Visitor;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.app.oncall.AskedInstant;
import dev.amserr.command.reply.Reply;
import dev.amserr.digest.DigestPreviews;
import dev.amserr.digest.DigestReplies;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSearch;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.DigestWindow;
import dev.amserr.digest.RunId;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.digest.SnapshotCodec;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Digests for programs: what one would say, and past ones with what became of their messages. */
public final class DigestApi implements Routes {

  private static final Schema PREVIEW =
      digest()
          .field("sha256", Schema.text().described("Of the canonical snapshot"))
          .named("DigestPreview");

  private static final Schema DELIVERY =
      Schema.object()
          .field("destination", Schema.text())
          .field(
              "state",
              Schema.oneOf("pending", "sending", "sent", "unknown", "held", "dead", "combined"))
          .field("changed", Schema.time())
          .field("reason", Schema.text())
          .named("Delivery");

  private static final Schema RUN =
      digest()
          .field("run", Schema.text())
          .field("outcome", Schema.text().described("What became of it, in a few words"))
          .field("sha256", Schema.text().orNull())
          .field("deliveries", Schema.listOf(DELIVERY).described("Its messages, in order"))
          .named("DigestRun");

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final DigestRuns runs;
  private final DigestPreviews previews;
  private final DigestReplies replies;
  private final RunOutcomes outcomes;
  private final Outbox outbox;
  private final Visitor visitor;
  private final Clock clock;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * Over what is configured now.
   *
   * @param schedules the current ones; a reload replaces them
   * @param visitor who looks at digests
   */
  public DigestApi(
      Supplier<? extends Collection<DigestSchedule>> schedules,
      DigestRuns runs,
      DigestPreviews previews,
      DigestReplies replies,
      RunOutcomes outcomes,
      Outbox outbox,
      Visitor visitor,
      Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.previews = previews;
    this.replies = replies;
    this.outcomes = outcomes;
    this.outbox = outbox;
    this.visitor = visitor;
    this.clock = clock;
  }

  private static Schema digest() {
    return Schema.object()
        .field("name", Schema.text())
        .field("from", Schema.time())
        .field("to", Schema.time())
        .field("text", Schema.text())
        .field("cards", Schema.listOf(ReplySchemas.CARD));
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/digests/{name}/preview",
            Protection.privateData(),
            Operation.of("digestPreview", "What a digest would say, without posting it")
                .path("name", "The name of a digest")
                .optionalQuery("at", "RFC 3339, or a local time on the clock of the digest; now")
                .optionalQuery("zone", "The reader's zone, such as Europe/Berlin")
                .answers(200, "The messages it would post", PREVIEW)
                .refuses(404, "There is no such digest"),
            this::preview),
        Route.get(
            "/api/v1/digests/runs/{run}",
            Protection.privateData(),
            Operation.of("digestRun", "A past digest, every line of it")
                .path("run", "Its name, such as daily-20260303T080000Z")
                .optionalQuery("zone", "The reader's zone, such as Europe/Berlin")
                .answers(200, "The digest as it was", RUN)
                .refuses(404, "There is no such run"),
            this::run));
  }

  private Answer preview(Request request) {
    DigestSchedule schedule =
        DigestSearch.among(List.copyOf(schedules.get()), request.path("name"))
            .fold(
                found -> found.schedule(),
                unknown -> {
                  throw new RequestRefused(404, unknown.sentence());
                });
    Instant at = request.query("at").map(text -> instant(text, schedule)).orElseGet(clock::instant);
    DigestSnapshot snapshot = previews.snapshot(schedule, at);
    ObjectNode answer = answer(schedule.name(), snapshot.window());
    answer.put("sha256", SnapshotCodec.sha256(codec.write(snapshot)));
    return answered(answer, replies.preview(snapshot), request);
  }

  private static Instant instant(String text, DigestSchedule schedule) {
    return AskedInstant.parse(text, schedule.zone())
        .orElseThrow(
            () ->
                new RequestRefused(
                    400,
                    "at is a time such as 2026-03-09T13:30:00Z, or 2026-03-09T13:30 on the clock of"
                        + " the digest."));
  }

  private Answer run(Request request) {
    String name = request.path("run");
    DigestRun run =
        RunId.parse(name)
            .flatMap(runs::find)
            .orElseThrow(
                () ->
                    new RequestRefused(
                        404,
                        "There is no run "
                            + name
                            + ". A preview becomes one when it is posted; /digest status lists the"
                            + " latest."));
    ObjectNode answer = answer(run.id().schedule(), run.window());
    answer.put("run", run.id().toString());
    List<OutboxEntry> messages = outbox.ofTopic(run.id().toString());
    answer.put("outcome", outcomes.of(run));
    answer.put("sha256", run.snapshot().isEmpty() ? null : SnapshotCodec.sha256(run.snapshot()));
    ArrayNode deliveries = answer.putArray("deliveries");
    messages.stream()
        .filter(entry -> entry.message().original().isEmpty())
        .forEach(entry -> deliveries.add(delivery(entry)));
    return answered(answer, replies.whole(run), request);
  }

  private static ObjectNode delivery(OutboxEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("destination", entry.message().destination())
        .put("state", entry.state().name().toLowerCase(Locale.ROOT))
        .put("changed", entry.changed().toString())
        .put("reason", entry.reason());
  }

  private static ObjectNode answer(String name, DigestWindow window) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name)
        .put("from", window.after().toString())
        .put("to", window.until().toString());
  }

  private Answer answered(ObjectNode answer, Reply reply, Request request) {
    ObjectNode rendered = visitor.render(reply, visitor.zone(request.query("zone").orElse("")));
    answer.set("text", rendered.get("text"));
    answer.set("cards", rendered.get("cards"));
    return Answer.json(answer);
  }
}
