package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.chat.ChatDesk;
import dev.amserr.app.chat.DiscordPlatform;
import dev.amserr.app.chat.SlackPlatform;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ConfiguredAccess;
import dev.amserr.app.config.FeatureSwitch;
import dev.amserr.app.config.Secret;
import dev.amserr.app.config.Settings;
import dev.amserr.app.console.CommandApi;
import dev.amserr.app.console.CompletionApi;
import dev.amserr.app.console.ConsolePage;
import dev.amserr.app.console.Panel;
import dev.amserr.app.console.PanelApi;
import dev.amserr.app.console.Visitor;
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
import dev.amserr.app.oncall.OnCallApi;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlCovers;
import dev.amserr.app.store.SqlShortLivedRecords;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.command.AccessRules;
import dev.amserr.command.Actor;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Help;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingReply;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.command.CodeCommands;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterOwners;
import dev.amserr.oncall.command.OnCallCommands;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Puts the parts together: the one place that knows all of them. */
final class Assembly implements AutoCloseable {

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(20);

  private final Configuration atStart;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final RequestIds ids = new RequestIds(random);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpMetrics metrics = new HttpMetrics(meters);
  private final Database database;
  private final CodesInForce codes;
  private final LiveOnCall onCall;
  private final Owners owners;
  private final Identities identities;
  private final AccessRules rules;
  private final OnCallCommands onCallCommands;
  private final CommandRegistry commands;
  private final CommandDispatcher dispatcher;
  private final SlackPlatform slack;
  private final @Nullable DiscordPlatform discord;
  private final HttpServer server;
  private volatile Configuration configuration;

  private Assembly(Configuration configuration, Database database, Clock clock) {
    this.atStart = configuration;
    this.configuration = configuration;
    this.clock = clock;
    this.database = database;
    this.codes = new CodesInForce(configuration.catalogs());
    SqlAuditLog audit = new SqlAuditLog(database);
    SqlCovers covers = new SqlCovers(database, audit);
    this.onCall = new LiveOnCall(configuration.rosters(), covers, Calendars.neverRead());
    this.owners = new RosterOwners(onCall);
    this.identities = new Identities(configuration.settings().server().console().person());
    this.rules =
        new ConfiguredAccess(
            () -> this.configuration.settings().access(),
            actor -> identities.of(actor, onCall.state().rosters()));
    this.onCallCommands = new OnCallCommands(onCall, covers, codes, identities, rules);
    this.commands = commands();
    this.dispatcher = dispatcher();
    ChatDesk desk =
        new ChatDesk(
            commands,
            dispatcher,
            CodeCommands.DECODE,
            configuration.settings().server().zone(),
            clock);
    this.slack =
        new SlackPlatform(
            configuration.settings().slack(),
            configuration.settings().server().publicUrl(),
            desk,
            ids,
            meters);
    Secret token = configuration.settings().discord().token();
    this.discord =
        token == null
            ? null
            : new DiscordPlatform(configuration.settings().discord(), token.reveal(), desk);
    this.server = serve();
  }

  static Assembly start(Configuration configuration, Path data, Clock clock, Rounds rounds) {
    Database database = Database.open(storeLocation(configuration.settings(), data));
    try {
      Assembly assembly = new Assembly(configuration, database, clock);
      assembly.begin(rounds);
      return assembly;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private void begin(Rounds rounds) {
    if (discord != null) {
      rounds.every(BETWEEN_ATTEMPTS, "discord", discord::connect);
    }
  }

  private static StoreLocation storeLocation(Settings settings, Path data) {
    return StoreLocation.of(
        settings.database().url() == null ? "" : settings.database().url().reveal(), data);
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
    onCall.use(fresh.rosters());
  }

  @Override
  public void close() {
    server.close();
    slack.close();
    if (discord != null) {
      discord.close();
    }
    database.close();
  }

  private CommandRegistry commands() {
    AtomicReference<Help> help = new AtomicReference<>();
    CommandRegistry.Builder all = CommandRegistry.builder();
    new CodeCommands(codes, this::reply, new About(codes, this::switches), help::get).register(all);
    onCallCommands.register(all);
    CommandRegistry registry = all.build();
    help.set(new Help(registry));
    return registry;
  }

  /** A decoding as people read it; owners are named once there are teams. */
  private Reply reply(Decoding decoding, Instant at) {
    return onCall.state().teams().isEmpty()
        ? DecodingReply.of(decoding)
        : DecodingReply.of(decoding, owners, at);
  }

  private CommandDispatcher dispatcher() {
    Actions actions =
        new Actions(
            commands,
            new SqlShortLivedRecords(database, random),
            new ReplyCodec(
                id -> {
                  throw new IllegalStateException("No picture " + id);
                }));
    return new CommandDispatcher(
        commands,
        actions,
        rules,
        atStart.settings().access().rateLimit(),
        metrics,
        Ticker.systemTicker());
  }

  private HttpServer serve() {
    var settings = atStart.settings().server();
    Visitor visitor = new Visitor(this::visitor, settings.zone(), clock);
    List<Routes> features =
        new ArrayList<>(
            List.of(
                new ConsolePage(),
                new DecodeApi(codes, metrics),
                new CommandApi(dispatcher, visitor),
                new CompletionApi(commands, dispatcher, visitor),
                new OnCallApi(onCall, clock),
                new PanelApi(panels(), visitor),
                new HealthApi(checks()),
                slack,
                new MetricsApi(meters)));
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

  private List<Panel> panels() {
    return List.of(new Panel("oncall", "On call now", () -> onCallCommands.now(clock.instant())));
  }

  private List<Health.Check> checks() {
    List<Health.Check> checks = new ArrayList<>();
    checks.add(new Health.Check("store", this::storeHealth));
    if (discord != null) {
      checks.add(new Health.Check("discord", () -> health(discord.trouble())));
    }
    return checks;
  }

  private static Health health(Optional<String> trouble) {
    return trouble.<Health>map(Health.Degraded::new).orElseGet(Health.Up::new);
  }

  private Health storeHealth() {
    return database.ping().<Health>fold(up -> new Health.Up(), down -> new Health.Down(down.why()));
  }

  private Actor visitor() {
    String person = atStart.settings().server().console().person();
    return new Actor("console", person.isEmpty() ? "console" : person, "console", Set.of());
  }
}
