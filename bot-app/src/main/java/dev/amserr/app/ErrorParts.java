package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.Routes;
import dev.amserr.app.ingest.BeaconApi;
import dev.amserr.app.ingest.ChatReports;
import dev.amserr.app.ingest.CountingQueue;
import dev.amserr.app.ingest.EventGridApi;
import dev.amserr.app.ingest.IngestApi;
import dev.amserr.app.ingest.Reception;
import dev.amserr.app.ingest.SeriesApi;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlOccurrenceStore;
import dev.amserr.app.store.SqlSiteKeys;
import dev.amserr.command.CommandRegistry;
import dev.amserr.digest.Duties;
import dev.amserr.errorcode.Owners;
import dev.amserr.oncall.Team;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.Detector;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.SealedIds;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesCharts;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.command.ErrorCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recurring errors: their store, what is found in it, and what is asked of it. */
final class ErrorParts implements AutoCloseable {

  private static final Duration BETWEEN_EVALUATIONS = Duration.ofSeconds(20);
  private static final Duration BETWEEN_ROLL_UPS = Duration.ofMinutes(5);
  private static final int MOST_EXPIRED = 5_000;

  private final OccurrenceStore store;
  private final SeriesCharts charts;
  private final Predicate<Series> critical;
  private final Detector detector;
  private final ErrorCommands commands;
  private final CountingQueue queue;
  private final ChatReports chatReports;
  private final List<Routes> routes;
  private final Clock clock;

  /**
   * The parts over a store.
   *
   * @param pictures every picture that replies show, by its id
   */
  ErrorParts(
      Supplier<Configuration> configuration,
      Database database,
      CodesInForce codes,
      Owners owners,
      Duties duties,
      ChartRenderer renderer,
      Function<String, Optional<byte[]>> pictures,
      SecureRandom random,
      MeterRegistry meters,
      Clock clock) {
    ZoneId zone = configuration.get().settings().server().zone();
    this.clock = clock;
    this.store = new SqlOccurrenceStore(database, new SqlAuditLog(database), zone, random);
    SeriesResolver resolver = new SeriesResolver(codes);
    this.charts =
        new SeriesCharts(
            store,
            renderer,
            zone,
            new SealedIds(new SqlSiteKeys(database, random).key("pictures")));
    this.critical = series -> configuration.get().settings().detection().isCritical(series);
    this.detector = new Detector(store, zone, critical);
    URI publicUrl = configuration.get().settings().server().publicUrl();
    this.commands = new ErrorCommands(store, resolver, codes, owners, charts, pages(publicUrl));
    this.queue = CountingQueue.start(store, clock);
    queue.metrics().bindTo(meters);
    Ticker ticker = Ticker.systemTicker();
    Reception reception = new Reception(resolver, queue, clock, ticker);
    this.chatReports =
        new ChatReports(reception, () -> configuration.get().settings().ingest().recordFromChat());
    this.routes =
        List.of(
            new IngestApi(reception, () -> configuration.get().settings().ingest(), clock),
            new EventGridApi(reception, () -> configuration.get().settings().ingest()),
            new BeaconApi(reception, configuration.get().settings().ingest().beacon(), ticker),
            new SeriesApi(
                store,
                charts.timelines(),
                series -> duties.owner(series.key(), series.name()).map(Team::id).orElse(""),
                pictures,
                clock));
  }

  /** The pages of series in the console; none if nobody said where people find that. */
  private static Function<Series, Optional<URI>> pages(@Nullable URI url) {
    return url == null
        ? series -> Optional.empty()
        : series -> Optional.of(URI.create(url + "/#/series/" + series.id()));
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

  /** Which codes are marked critical. */
  Predicate<Series> critical() {
    return critical;
  }

  /** Counts what is decoded in chats, where that is wanted. */
  ChatReports chatReports() {
    return chatReports;
  }

  List<Routes> routes() {
    return routes;
  }

  /** Whether reports can be counted, of which a look that only reads says nothing. */
  Health.Check check() {
    return new Health.Check(
        "reports",
        () -> queue.trouble().<Health>map(ErrorParts::refused).orElseGet(Health.Up::new));
  }

  private static Health refused(String why) {
    return new Health.Degraded(
        "Reports are refused. "
            + why
            + " Look at the database and its disk; the next report that is counted ends this.");
  }

  /** Counts what was taken. */
  @Override
  public void close() {
    queue.close();
  }

  SeriesCharts charts() {
    return charts;
  }
}
