package dev.amserr.app.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bot's metrics in the text format of Prometheus. */
public final class MetricsApi implements Routes {

  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;

  public MetricsApi(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/metrics",
            Protection.probe(),
            Operation.of("metrics", "Counts and times, for Prometheus")
                .answers(200, "The metrics", FORMAT),
            request -> Answer.of(200, FORMAT, registry.scrape().getBytes(StandardCharsets.UTF_8))));
  }
}
