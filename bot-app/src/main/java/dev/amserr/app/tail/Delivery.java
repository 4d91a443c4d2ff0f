package dev.amserr.app.tail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.recurrence.Occurrence;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends occurrences to a bot, in batches, until it has acknowledged them. Each batch has a key of
 * its own, so one that is sent again after a broken connection is counted once.
 */
final class Delivery {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** For an answer with all of its body. */
  static final Duration ANSWER = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final int MOST_EVENTS = 500;

  /** At most 4 bytes each, so that a body stays below what a bot takes, 1 MiB by default. */
  private static final int MOST_CHARACTERS = 200_000;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI events;
  private final String token;
  private final String run;
  private final Pause pause;
  private final PrintStream err;
  private final Duration patience;
  private final RejectionNotices notices;
  private long batches;
  private long counted;
  private long rejected;

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void wait(Duration time) throws InterruptedException;
  }

  /**
   * @param bot its address
   * @param token empty for none
   * @param run names this run among all others
   * @param patience how long a request may take
   */
  Delivery(URI bot, String token, String run, Pause pause, PrintStream err, Duration patience) {
    this.events = bot.resolve(bot.getPath().replaceFirst("/*$", "") + "/api/v1/events");
    this.token = token;
    this.run = run;
    this.pause = pause;
    this.err = err;
    this.patience = patience;
    this.notices = new RejectionNotices(err);
  }

  /** How many occurrences were counted. */
  long counted() {
    return counted;
  }

  /** How many occurrences the bot does not count, although it took the batch. */
  long rejected() {
    return rejected;
  }

  /** The bot will not take this, however often it is sent. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Sends occurrences; returns once they are counted. Says why single ones are rejected.
   *
   * @param at when they were read
   * @throws RefusedException if the bot refuses them, or what answers is no bot
   */
  void send(List<Occurrence> occurrences, Instant at)
      throws InterruptedException, RefusedException {
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    int characters = 0;
    for (Occurrence occurrence : occurrences) {
      ObjectNode event = event(occurrence, at);
      int length = event.toString().length();
      if (body.size() == MOST_EVENTS || characters + length > MOST_CHARACTERS) {
        send(body);
        body.removeAll();
        characters = 0;
      }
      body.add(event);
      characters += length;
    }
    if (!body.isEmpty()) {
      send(body);
    }
  }

  private void send(ArrayNode body) throws InterruptedException, RefusedException {
    Receipt receipt = receipt(acknowledged(request(body)));
    long refused = Math.min(receipt.rejected(), body.size());
    rejected += refused;
    counted += body.size() - refused;
    notices.tell(receipt.reasons());
  }

  private Receipt receipt(String answer) throws RefusedException {
    return Receipt.parse(answer)
        .orElseThrow(
            () ->
                new RefusedException(
                    "What answers at "
                        + events.getRawAuthority()
                        + " took a report, but did not say what it counted. Is --to the address of"
                        + " amserr? It says: "
                        + Answers.line(answer)));
  }

  /** A request's own time-out ends at the headers of its answer. */
  private HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** The body of the 202. */
  private String acknowledged(HttpRequest request) throws InterruptedException, RefusedException {
    Duration wait = FIRST_PAUSE;
    boolean told = false;
    while (true) {
      Optional<Duration> asked = Optional.empty();
      String why;
      try {
        HttpResponse<String> response = exchange(request);
        int status = response.statusCode();
        if (status == 202) {
          if (told) {
            err.println("amserr: the bot answers again");
          }
          return response.body();
        }
        if (status != 429 && status < 500) {
          throw new RefusedException(
              "The bot refuses reports with " + status + ": " + Answers.line(response.body()));
        }
        asked = retryAfter(response);
        why = "answers " + status;
      } catch (IOException e) {
        why = "does not answer";
      }
      if (!told) {
        err.println("amserr: the bot at " + events.getRawAuthority() + " " + why + "; trying on");
        told = true;
      }
      pause.wait(asked.orElse(wait));
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
  }

  private static ObjectNode event(Occurrence occurrence, Instant at) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("code", occurrence.code());
    if (occurrence.system() != null) {
      event.put("system", occurrence.system());
    }
    event.put("source", occurrence.source());
    event.put("at", at.toString());
    if (occurrence.message() != null) {
      event.put("message", occurrence.message());
    }
    return event;
  }

  private static Optional<Duration> retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private HttpRequest request(ArrayNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(events)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", run + "-" + ++batches)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return token.isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + token).build();
  }
}
