package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.chart.XChartRenderer;
import dev.amserr.app.chat.ChatDesk;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.FeatureSwitch;
import dev.amserr.app.config.ServerSettings;
import dev.amserr.app.config.Settings;
import dev.amserr.app.http.BearerToken;
import dev.amserr.app.http.DecodeApi;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.HealthApi;
import dev.amserr.app.http.HttpMetrics;
import dev.amserr.app.http.HttpServer;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.Limits;
import dev.amserr.app.http.MetricsApi;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.Routes;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlLeases;
import dev.amserr.app.store.SqlShortLivedRecords;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Help;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.command.CodeCommands;
import dev.amserr.recurrence.ChartRenderer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together: the one place that knows all of them. */
final class Assembly implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  private final Settings atStart;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final RequestIds ids = new RequestIds(random);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpMetrics metrics = new HttpMetrics(meters);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Database database;
  private final CodesInForce codes;
  private final OnCallParts onCall;
  private final ErrorParts errors;
  private final DigestParts digests;
  private final ReplyCodec replies;
  private final CommandRegistry commands;
  private final CommandDispatcher dispatcher;
  private final ChatParts chat;
  private final HttpServer server;
  private volatile Configuration configuration;

  private Assembly(
      Configuration configuration, Path folder, Path data, Database database, Clock clock) {
    this.configuration = configuration;
    this.atStart = configuration.settings();
    this.clock = clock;
    this.database = database;
    this.codes = new CodesInForce(configuration.catalogs());
    String process = UUID.randomUUID().toString();
    ChartRenderer renderer = new XChartRenderer();
    this.onCall =
        new OnCallParts(this::inForce, folder, data, database, codes, random, meters, clock);
    this.errors =
        new ErrorParts(
            this::inForce,
            database,
            codes,
            onCall.owners(),
            onCall.duties(),
            renderer,
            this::png,
            random,
            meters,
            clock);
    this.replies = new ReplyCodec(this::picture);
    this.digests =
        new DigestParts(
            this::inForce,
            database,
            errors,
            onCall,
            replies,
            renderer,
            process,
            random,
            meters,
            clock);
    this.commands = commands();
    this.dispatcher = dispatcher();
    ChatDesk desk =
        new ChatDesk(commands, dispatcher, CodeCommands.DECODE, atStart.server().zone(), clock);
    this.chat = new ChatParts(atStart, desk, new SqlLeases(database), process, ids, meters, clock);
    this.server = serve();
  }

  /**
   * Starts everything.
   *
   * @param folder where the configuration is read from
   * @param data the bot's own folder
   * @param timer wakes what has to be done again and again
   */
  static Assembly start(
      Configuration configuration, Path folder, Path data, Clock clock, Timer timer) {
    Database database = Database.open(configuration.settings().database().location(data));
    try {
      Assembly assembly = new Assembly(configuration, folder, data, database, clock);
      assembly.begin(timer);
      return assembly;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private void begin(Timer timer) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    collections.bindTo(meters);
    onCall.begin(timer);
    errors.begin(timer);
    chat.begin(timer);
    digests.begin(timer, chat.messengers(), chat::worksOn);
  }

  URI url() {
    return server.url();
  }

  /** What is on and off, in the order in which people ask for it. */
  List<FeatureSwitch> switches() {
    List<FeatureSwitch> switches = new ArrayList<>();
    switches.add(new FeatureSwitch("store " + database.describe(), true, ""));
    switches.addAll(FeatureSwitch.of(configuration.settings()));
    return switches;
  }

  /** Puts another configuration in force, as far as that needs no restart. */
  void use(Configuration fresh) {
    configuration = fresh;
    codes.use(fresh.catalogs());
    onCall.use(fresh).forEach(LOG::info);
  }

  /** Lets what takes long know that the end has come; to be called before the timer is closed. */
  void end() {
    onCall.end();
  }

  private Configuration inForce() {
    return configuration;
  }

  @Override
  public void close() {
    for (AutoCloseable part : List.of(server, collections, digests, chat, errors, database)) {
      try {
        part.close();
      } catch (Exception e) {
        // The others hold what must not be lost.
        LOG.error("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
  }

  /** The commands in the order of {@link CommandList}. */
  private CommandRegistry commands() {
    AtomicReference<Help> help = new AtomicReference<>();
    CommandRegistry.Builder all = CommandRegistry.builder();
    new CodeCommands(codes, onCall::reply, this::asked, new About(codes, this::switches), help::get)
        .register(all);
    onCall.register(all);
    errors.register(all);
    digests.register(all);
    CommandRegistry registry = all.build();
    help.set(new Help(registry));
    return registry;
  }

  private void asked(Decoding decoding) {
    metrics.decoded(decoding.answered());
    errors.chatReports().noticed(decoding);
  }

  private CommandDispatcher dispatcher() {
    return new CommandDispatcher(
        commands,
        new Actions(commands, new SqlShortLivedRecords(database, random), replies),
        onCall.rules(),
        atStart.access().rateLimit(),
        metrics,
        Ticker.systemTicker());
  }

  /** A picture by its id, whatever it shows. */
  private Optional<byte[]> png(String id) {
    return errors.charts().png(id).or(() -> digests.picture(id));
  }

  private byte[] picture(String id) {
    return png(id).orElseThrow(() -> new IllegalStateException("There is no picture " + id));
  }

  private HttpServer serve() {
    ServerSettings settings = atStart.server();
    ConsoleParts console = new ConsoleParts(settings, commands, dispatcher, ids, clock);
    List<Routes> features = new ArrayList<>(console.routes(digests.panel()));
    features.add(new DecodeApi(codes, metrics));
    features.add(new HealthApi(checks()));
    features.add(new MetricsApi(meters));
    features.addAll(onCall.routes());
    features.addAll(errors.routes());
    features.addAll(digests.routes(console.visitor()));
    features.addAll(chat.routes());
    return HttpServer.start(
        new HttpSettings(
            settings.host(),
            settings.port(),
            settings.token() == null ? null : new BearerToken(settings.token().reveal()),
            settings.publicUrl(),
            Set.copyOf(settings.corsOrigins()),
            Limits.DEFAULT.withBodyBytes(settings.maxBodyBytes())),
        features,
        metrics,
        ids,
        Ticker.systemTicker());
  }

  private List<Health.Check> checks() {
    List<Health.Check> checks = new ArrayList<>();
    checks.add(new Health.Check("store", this::storeHealth));
    checks.add(errors.check());
    checks.addAll(chat.checks());
    checks.add(digests.check());
    return checks;
  }

  private Health storeHealth() {
    return database.ping().<Health>fold(up -> new Health.Up(), down -> new Health.Down(down.why()));
  }
}
