package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Problem;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Schema;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.ingest.Rejection;
import dev.amserr.storage.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What reporters are answered. */
final class IngestAnswers {

  static final Schema SCHEMA =
      Schema.object()
          .field("accepted", Schema.integer())
          .field("duplicate", Schema.integer())
          .field(
              "rejected",
              Schema.listOf(
                  Schema.object().field("index", Schema.integer()).field("reason", Schema.text())))
          .named("IngestReceipt");

  private static final String RETRY_AFTER_SECONDS = "10";

  /** More are counted but not listed: whoever gets so many has one mistake, not thousands. */
  private static final int MOST_LISTED = 1_000;

  private IngestAnswers() {}

  /** 202 once everything is durable; 503 if nothing was counted. */
  static CompletionStage<Answer> of(CompletableFuture<Receipt> counting, List<Rejection> rejected) {
    return counting.handle(
        (receipt, failure) -> {
          if (failure != null) {
            throw refusal(failure);
          }
          return accepted(receipt, rejected);
        });
  }

  /** The answer to what holds nothing to count. */
  static CompletableFuture<Receipt> nothing() {
    return CompletableFuture.completedFuture(new Receipt(0, 0, 0));
  }

  private static Answer accepted(Receipt receipt, List<Rejection> rejected) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("accepted", receipt.accepted());
    answer.put("duplicate", receipt.duplicate());
    if (receipt.late() > 0) {
      answer.put("late", receipt.late());
    }
    ArrayNode list = answer.putArray("rejected");
    for (Rejection rejection : rejected.subList(0, Math.min(rejected.size(), MOST_LISTED))) {
      list.addObject().put("index", rejection.index()).put("reason", rejection.reason());
    }
    if (rejected.size() > MOST_LISTED) {
      answer.put("moreRejected", rejected.size() - MOST_LISTED);
    }
    return Answer.json(202, answer);
  }

  private static RuntimeException refusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof StoreUnavailableException unavailable) {
      return new RequestRefused(
          Problem.of(503, unavailable.getMessage() + " Nothing was counted; send it again later.")
              .with("Retry-After", RETRY_AFTER_SECONDS));
    }
    return new CompletionException(cause);
  }
}
