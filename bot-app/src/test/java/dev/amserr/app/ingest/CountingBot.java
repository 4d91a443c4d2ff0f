package dev.amserr.app.ingest;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.config.IngestSettings;
import dev.amserr.app.http.HttpMetrics;
import dev.amserr.app.http.HttpServer;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.Routes;
import dev.amserr.app.store.ChildJvm;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlOccurrenceStore;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.Timelines;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** The parts of a bot that count, over a real server and a real store. */
final class CountingBot implements AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("UTC");

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());

  private final Ending queue;
  private final HttpServer server;

  private interface Ending extends AutoCloseable {
    @Override
    void close();
  }

  CountingBot(OccurrenceStore store, Clock clock, Supplier<IngestSettings> settings) {
    this(store, clock, settings, HttpSettings.onLoopback(0));
  }

  CountingBot(
      OccurrenceStore store, Clock clock, Supplier<IngestSettings> settings, HttpSettings http) {
    CountingQueue counting = CountingQueue.start(store, clock);
    Reception reception = new Reception(resolver(), counting, clock, Ticker.systemTicker());
    queue = counting::close;
    server =
        serve(
            http,
            new IngestApi(reception, settings, clock),
            new EventGridApi(reception, settings),
            new BeaconApi(reception, settings.get().beacon(), Ticker.systemTicker()),
            new SeriesApi(
                store,
                new Timelines(store, ZONE),
                series -> "player",
                id -> id.equals("known") ? Optional.of(new byte[] {1}) : Optional.empty(),
                clock));
  }

  /** Serves this alone. */
  CountingBot(Routes routes) {
    queue = () -> {};
    server = serve(HttpSettings.onLoopback(0), routes);
  }

  private static HttpServer serve(HttpSettings http, Routes... features) {
    return HttpServer.start(
        http,
        List.of(features),
        new HttpMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        new RequestIds(new Random(1)),
        Ticker.systemTicker());
  }

  static SeriesResolver resolver() {
    return new SeriesResolver(() -> DECODER);
  }

  int port() {
    return server.port();
  }

  static IngestSettings openToThisMachine() {
    return new IngestSettings(
        List.of(), false, new IngestSettings.BeaconSettings(false, List.of(), 60));
  }

  @Override
  public void close() {
    server.close();
    queue.close();
  }

  /** A process that counts until it is killed; says its port first. */
  public static void main(String[] arguments) throws InterruptedException {
    try (Database database =
        Database.open(StoreLocation.of(arguments[0], Path.of("no default folder")))) {
      OccurrenceStore store =
          new SqlOccurrenceStore(database, new SqlAuditLog(database), ZONE, new Random(1));
      try (CountingBot bot =
          new CountingBot(store, Clock.systemUTC(), CountingBot::openToThisMachine)) {
        ChildJvm.say(Integer.toString(bot.port()));
        Thread.currentThread().join();
      }
    }
  }
}
