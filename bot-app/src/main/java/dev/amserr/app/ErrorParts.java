package dev.amserr.app;

import dev.amserr.app.config.Configuration;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlOccurrenceStore;
import dev.amserr.command.CommandRegistry;
import dev.amserr.errorcode.Owners;
import dev.amserr.oncall.OwnedCode;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.Detector;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.SeriesCharts;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.command.ErrorCommands;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Recurring errors: their store, what is found in it, and what is asked of it. */
final class ErrorParts {

  private static final Duration BETWEEN_EVALUATIONS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_ROLL_UPS = Duration.ofMinutes(5);
  private static final int MOST_EXPIRED = 5_000;

  private final OccurrenceStore store;
  private final SeriesResolver resolver;
  private final SeriesCharts charts;
  private final Detector detector;
  private final ErrorCommands commands;
  private final Clock clock;

  ErrorParts(
      Supplier<Configuration> configuration,
      Database database,
      CodesInForce codes,
      Owners owners,
      ChartRenderer renderer,
      SecureRandom random,
      Clock clock) {
    ZoneId zone = configuration.get().settings().server().zone();
    this.clock = clock;
    this.store = new SqlOccurrenceStore(database, new SqlAuditLog(database), zone, random);
    this.resolver = new SeriesResolver(codes);
    this.charts = new SeriesCharts(store, renderer, zone);
    this.detector = new Detector(store, zone, series -> isCritical(configuration.get(), series));
    this.commands = new ErrorCommands(store, resolver, codes, owners, charts);
  }

  private static boolean isCritical(Configuration configuration, SeriesKey series) {
    OwnedCode code = new OwnedCode(series.system(), series.code(), series.code());
    return configuration.settings().detection().critical().stream()
        .anyMatch(pattern -> pattern.matches(code));
  }

  void begin(Timer timer) {
    timer.every(BETWEEN_EVALUATIONS, "states", () -> detector.evaluate(clock.instant()));
    timer.every(BETWEEN_ROLL_UPS, "upkeep", this::keepUp);
  }

  private void keepUp() {
    store.rollUp(clock.instant());
    int removed = MOST_EXPIRED;
    while (removed == MOST_EXPIRED) {
      removed = store.expire(clock.instant(), MOST_EXPIRED);
    }
  }

  void register(CommandRegistry.Builder registry) {
    commands.register(registry);
  }

  OccurrenceStore store() {
    return store;
  }

  SeriesResolver resolver() {
    return resolver;
  }

  SeriesCharts charts() {
    return charts;
  }
}
