package dev.amserr.app.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.store.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reports events to a bot in a process of its own, which is killed at random moments and started
 * again. Whatever was not acknowledged is sent again; one batch of twenty is sent again although it
 * was; one event of a hundred is older than the store takes.
 */
final class Campaign {

  static final int A_BATCH = 100;

  private static final int REPORTERS = 8;
  private static final int CODES = 100;

  private final int batches;
  private final String store;
  private final long seed;
  private final TreeSet<Integer> killsAt = new TreeSet<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock;
  private final Instant start;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private int killed;
  private ChildJvm child;
  private int port;

  Campaign(int events, int kills, long seed, String store, Clock clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.batches = events / A_BATCH;
    this.seed = seed;
    this.store = store;
    SplittableRandom random = new SplittableRandom(seed);
    while (killsAt.size() < kills) {
      killsAt.add(1 + random.nextInt(batches - 1));
    }
  }

  /**
   * What happened.
   *
   * @param repeated how many batches were sent again although they were acknowledged
   */
  record Result(int events, int kills, int repeated, Duration took) {}

  Result run() throws Exception {
    begin();
    ExecutorService reporters = Executors.newFixedThreadPool(REPORTERS);
    try {
      List<Future<Void>> all = new ArrayList<>();
      Callable<Void> reporter = this::report;
      for (int i = 0; i < REPORTERS; i++) {
        all.add(reporters.submit(reporter));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      reporters.shutdownNow();
      child.kill();
      child.waitFor();
    }
    return new Result(
        batches * A_BATCH, killed, repeated.get(), Duration.between(start, clock.instant()));
  }

  private Void report() throws Exception {
    for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
      Random random = new Random(seed + batch);
      send(batch);
      if (random.nextInt(20) == 0) {
        repeated.incrementAndGet();
        JsonNode again = send(batch);
        if (again.path("accepted").asInt() != 0 || again.path("duplicate").asInt() != A_BATCH) {
          throw new IllegalStateException("a repeated batch was answered with " + again);
        }
      }
    }
    return null;
  }

  /** Sends a batch until it is acknowledged. */
  private JsonNode send(int batch) throws Exception {
    while (true) {
      int to = port();
      try {
        HttpResponse<String> response =
            client.send(request(to, batch), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 202) {
          acknowledge();
          return json.readTree(response.body());
        }
        if (response.statusCode() != 503) {
          throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
      } catch (IOException gone) {
        restart(to);
      }
    }
  }

  private synchronized int port() {
    return port;
  }

  private synchronized void acknowledge() {
    int count = acknowledged.incrementAndGet();
    Integer due = killsAt.ceiling(1);
    if (due != null && count >= due) {
      killsAt.remove(due);
      killed++;
      child.kill();
    }
  }

  /** Starts another process, unless somebody did. */
  private synchronized void restart(int gone) throws Exception {
    if (gone == port && killed > 0) {
      child.waitFor();
      begin();
    } else if (gone == port) {
      throw new IllegalStateException("the bot went away by itself");
    }
  }

  private synchronized void begin() throws IOException {
    child = ChildJvm.start(CountingBot.class, List.of(), store);
    port =
        Integer.parseInt(
            child.next().orElseThrow(() -> new IllegalStateException("the bot did not start")));
  }

  /** One batch of ten has no key but ids. */
  private HttpRequest request(int to, int batch) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to + "/api/v1/events"))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(batch)));
    return batch % 10 == 0
        ? request.build()
        : request.header("Idempotency-Key", "batch-" + batch).build();
  }

  private String body(int batch) {
    Random random = new Random(~(seed + batch));
    int lateEvent = random.nextInt(A_BATCH);
    StringBuilder body = new StringBuilder("[");
    for (int i = 0; i < A_BATCH; i++) {
      Duration age =
          i == lateEvent ? Duration.ofHours(30) : Duration.ofSeconds(random.nextInt(20 * 3_600));
      body.append(i == 0 ? "" : ",")
          .append("{\"code\":\"E")
          .append(random.nextInt(CODES))
          .append("\",\"source\":\"web\",\"at\":\"")
          .append(start.minus(age))
          .append('"');
      if (batch % 10 == 0) {
        body.append(",\"id\":\"").append(batch).append('-').append(i).append('"');
      }
      body.append('}');
    }
    return body.append(']').toString();
  }
}
