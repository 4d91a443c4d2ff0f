package dev.amserr.slack.inbound;

import dev.amserr.command.Origin;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.notify.Delivery;
import dev.amserr.slack.outbound.LateAnswer;
import dev.amserr.slack.outbound.ResponseUrl;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on interactions so that Slack is always answered in time: with the answer if it is ready,
 * else with a receipt, and the answer goes to the response URL. Thread-safe.
 */
final class Work {

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);
  private static final Delivery NOWHERE =
      new Delivery.Rejected(
          Delivery.Cause.GONE,
          "Slack named no address for a late answer on a host of slack.responseHosts.");

  private final Executor executor;
  private final Duration patience;
  private final SlackMetrics metrics;
  private final Running running = new Running();

  /**
   * A place to work.
   *
   * @param patience how long a response may wait for its answer, below Slack's 3 seconds
   */
  Work(Executor executor, Duration patience, SlackMetrics metrics) {
    this.executor = executor;
    this.patience = patience;
    this.metrics = metrics;
  }

  /**
   * One interaction to be answered.
   *
   * @param reply finds the answer
   * @param inResponse the answer as the body of the response, JSON in UTF-8
   * @param afterwards the answer as the response URL takes it
   */
  record Task(
      Origin origin,
      Function<Origin, Reply> reply,
      Function<Reply, byte[]> inResponse,
      Function<Reply, LateAnswer> afterwards,
      Optional<ResponseUrl> responseUrl) {}

  /** Answers in the response if that is possible in time. */
  CompletableFuture<SlackResponse> answer(Task task) {
    CompletableFuture<SlackResponse> response = new CompletableFuture<>();
    start(
        task,
        reply ->
            response.complete(SlackResponse.json(task.inResponse().apply(reply)))
                ? CompletableFuture.completedFuture(null)
                : later(task, reply));
    return response.completeOnTimeout(
        SlackResponse.acknowledged(), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Gives a receipt at once; the answer follows. */
  CompletableFuture<SlackResponse> acknowledge(Task task) {
    start(task, reply -> later(task, reply));
    return CompletableFuture.completedFuture(SlackResponse.acknowledged());
  }

  /** Waits until everything is answered; says how much was not when the time was over. */
  int finish(Duration grace) throws InterruptedException {
    return running.await(grace);
  }

  private void start(Task task, Function<Reply, CompletableFuture<Void>> deliver) {
    running.begin();
    try {
      executor.execute(() -> run(task, () -> answered(task, deliver)));
    } catch (RejectedExecutionException full) {
      LOG.warn("[{}] is turned away: too much at once", id(task));
      run(task, () -> deliver.apply(busy()));
    }
  }

  private static CompletableFuture<Void> answered(
      Task task, Function<Reply, CompletableFuture<Void>> deliver) {
    try {
      return deliver.apply(task.reply().apply(task.origin()));
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (RuntimeException | Error failure) {
      LOG.error("[{}] can't be answered", id(task), failure);
      return deliver.apply(failed(task));
    }
  }

  private void run(Task task, Supplier<CompletableFuture<Void>> delivery) {
    CompletableFuture<Void> delivered;
    try {
      delivered = delivery.get();
    } catch (RuntimeException | Error failure) {
      running.end();
      throw failure;
    }
    CompletableFuture<Void> unused =
        delivered.whenComplete(
            (nothing, failure) -> {
              running.end();
              if (failure != null) {
                LOG.error("[{}] was not answered", id(task), failure);
              }
            });
  }

  private CompletableFuture<Void> later(Task task, Reply reply) {
    LateAnswer answer = task.afterwards().apply(reply);
    return task.responseUrl()
        .map(url -> url.send(answer))
        .orElseGet(() -> CompletableFuture.completedFuture(NOWHERE))
        .thenAccept(delivery -> count(task, delivery));
  }

  private void count(Task task, Delivery delivery) {
    metrics.answeredLater(delivery);
    if (!(delivery instanceof Delivery.Delivered)) {
      LOG.warn("[{}] was not answered: {}", id(task), delivery);
    }
  }

  private static Reply busy() {
    return Reply.of("Too much is going on right now. Try again in a few seconds.");
  }

  private static Reply failed(Task task) {
    return Reply.of(
        Card.titled("That did not work")
            .tone(Tone.BAD)
            .text(
                "The mistake is on our side. Try again; if it stays, give the reference to whoever"
                    + " runs the bot.")
            .fact("Reference", Phrase.empty().code(id(task)))
            .build());
  }

  private static String id(Task task) {
    return task.origin().correlationId();
  }
}
