package dev.amserr.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reports errors of 100 series to a running bot as often as it answers, first one a request, then
 * 100 a request with one Idempotency-Key each, while somebody asks for the top errors of 30 days;
 * and prints a table. Every answer counted is a 202, and so durable.
 *
 * <p>Run: {@code java -cp bot-benchmarks/target/classes dev.amserr.benchmarks.IngestLoad URL PID
 * [seconds] [connections]}, with the bot's ingest token in {@code AMSERR_INGEST_TOKEN} and its
 * token in {@code AMSERR_API_TOKEN} where it has them. {@code bot-benchmarks/ingest} does
 * everything: a fresh bot with 30 days of 2,000 series, and this.
 */
public final class IngestLoad {

  private static final int WARM_UP_SECONDS = 30;
  private static final int SERIES = 100;
  private static final int A_BATCH = 100;

  private final URI bot;
  private final String token;
  private final Clock clock;
  private final String run;
  private long sent;

  private IngestLoad(URI bot, String token, Clock clock) {
    this.bot = bot;
    this.token = token;
    this.clock = clock;
    this.run = Long.toString(clock.millis(), 36);
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    if (args.length < 2) {
      System.err.println("Usage: IngestLoad URL PID [seconds] [connections]");
      System.exit(2);
    }
    URI bot = URI.create(args[0]);
    long pid = Long.parseLong(args[1]);
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 120;
    int connections = args.length > 3 ? Integer.parseInt(args[3]) : 256;
    IngestLoad load =
        new IngestLoad(
            bot, System.getenv().getOrDefault("AMSERR_INGEST_TOKEN", ""), Clock.systemUTC());
    System.out.printf(
        "Load of the machine before: %s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    System.out.println(
        "| requests | requests/s | events/s | p50 ms | p99 ms | p99.9 ms | slowest ms | refused"
            + " | memory MB | top of 30 days: p50, slowest ms |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    load.phase("1 event", load::single, 1, connections, seconds, pid);
    load.phase("100 events", load::batch, A_BATCH, Math.max(1, connections / 4), seconds, pid);
  }

  private void phase(
      String name, Supplier<byte[]> requests, int events, int connections, int seconds, long pid)
      throws IOException, InterruptedException, ExecutionException {
    Watcher watcher = new Watcher(bot, pid);
    HttpLoad.Measured measured =
        new HttpLoad(new InetSocketAddress(bot.getHost(), bot.getPort()), requests)
            .measure(connections, WARM_UP_SECONDS, seconds, 0);
    watcher.end();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %d | %s | %s |%n",
        name,
        measured.perSecond(),
        measured.perSecond() * events,
        measured.p50(),
        measured.p99(),
        measured.p999(),
        measured.slowest(),
        measured.refused(),
        watcher.memory(),
        watcher.queries());
  }

  private byte[] single() {
    return post(event((int) (sent++ % SERIES)), "");
  }

  private byte[] batch() {
    StringBuilder body = new StringBuilder(16_384).append('[');
    for (int i = 0; i < A_BATCH; i++) {
      body.append(i == 0 ? "" : ",").append(event(i % SERIES));
    }
    return post(body.append(']').toString(), "Idempotency-Key: " + run + "-" + sent++ + "\r\n");
  }

  private String event(int series) {
    return "{\"code\":\"0x"
        + Integer.toHexString(0x20200100 + series).toUpperCase(Locale.ROOT)
        + "\",\"system\":\"amp\",\"source\":\"web-eu\",\"at\":\""
        + now()
        + "\"}";
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private byte[] post(String body, String header) {
    return ("POST /api/v1/events HTTP/1.1\r\nHost: "
            + bot.getRawAuthority()
            + "\r\nContent-Type: application/json\r\n"
            + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
            + header
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Asks for the top errors once a second, and looks how much memory the bot has; what it sees
   * while the bot warms up is not counted.
   */
  private static final class Watcher {

    private static final String TOP = "/api/v1/series?window=30d&limit=20";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest top;
    private final Path status;
    private final List<Double> millis = new ArrayList<>();
    private final List<Long> megabytes = new ArrayList<>();
    private final ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(Watcher::daemon);
    private final ScheduledFuture<?> looks;

    Watcher(URI bot, long pid) {
      HttpRequest.Builder asking = HttpRequest.newBuilder(bot.resolve(TOP));
      String token = System.getenv().getOrDefault("AMSERR_API_TOKEN", "");
      this.top =
          (token.isEmpty() ? asking : asking.header("Authorization", "Bearer " + token)).build();
      this.status = Path.of("/proc/" + pid + "/status");
      long countFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
      this.looks = thread.scheduleWithFixedDelay(() -> look(countFrom), 0, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task) {
      Thread thread = new Thread(task, "watcher");
      thread.setDaemon(true);
      return thread;
    }

    private void look(long countFrom) {
      long start = System.nanoTime();
      try {
        int answer = client.send(top, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (answer != 200) {
          throw new IOException("the top errors were answered with " + answer);
        }
        if (start >= countFrom) {
          millis.add((System.nanoTime() - start) / 1e6);
          megabytes.add(resident());
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    private long resident() throws IOException {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024;
        }
      }
      return 0;
    }

    /** Fails if a look has failed: without it nothing was measured. */
    void end() throws InterruptedException, ExecutionException {
      boolean failed = looks.isDone();
      looks.cancel(false);
      thread.shutdown();
      thread.awaitTermination(1, TimeUnit.MINUTES);
      if (failed) {
        looks.get();
      }
    }

    /** At the end of the warm-up, and at the end. */
    String memory() {
      return megabytes.isEmpty()
          ? "?"
          : megabytes.get(0) + " to " + megabytes.get(megabytes.size() - 1);
    }

    String queries() {
      if (millis.isEmpty()) {
        return "?";
      }
      List<Double> sorted = new ArrayList<>(millis);
      Collections.sort(sorted);
      return String.format(
          Locale.ROOT, "%.0f, %.0f", sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
  }
}
