package dev.amserr.app.http;

import dev.amserr.command.dispatch.CommandMetrics;
import dev.amserr.command.dispatch.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts and times requests, commands and decodings. Thread-safe.
 *
 * <p>Labels come from declarations only, never from what a client sends, so there are boundedly
 * many series.
 */
public final class HttpMetrics implements CommandMetrics {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final ConcurrentMap<Served, Timer> requests = new ConcurrentHashMap<>();
  private final ConcurrentMap<Ended, Timer> commands = new ConcurrentHashMap<>();
  private final Counter answered;
  private final Counter unanswered;

  public HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.answered = decodings("answered");
    this.unanswered = decodings("nothing_found");
  }

  private record Served(String method, String route, int status) {}

  private record Ended(String command, Outcome outcome) {}

  /**
   * One request has its answer, which is yet to be written.
   *
   * @param route the path as it is declared; {@code unknown} where there is none
   * @param nanos from the request's arrival until then
   */
  void served(String method, String route, int status, long nanos) {
    Served key = new Served(method, route, status);
    Timer timer = requests.get(key);
    if (timer == null) {
      timer = requests.computeIfAbsent(key, this::timer);
    }
    timer.record(Duration.ofNanos(nanos));
  }

  @Override
  public void ended(String command, Outcome outcome, Duration took) {
    commands.computeIfAbsent(new Ended(command, outcome), this::timer).record(took);
  }

  /** One text was decoded. */
  public void decoded(boolean found) {
    (found ? answered : unanswered).increment();
  }

  private Timer timer(Served key) {
    return Timer.builder("amserr.http.requests")
        .description("Requests by route and status, until the answer begins to be written")
        .tag("method", key.method())
        .tag("route", key.route())
        .tag("status", Integer.toString(key.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Timer timer(Ended key) {
    return Timer.builder("amserr.commands")
        .description("Commands by name and outcome")
        .tag("command", key.command())
        .tag("outcome", key.outcome().name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter decodings(String outcome) {
    return Counter.builder("amserr.decodings")
        .description("Texts decoded, by whether a code was found")
        .tag("outcome", outcome)
        .register(registry);
  }
}
