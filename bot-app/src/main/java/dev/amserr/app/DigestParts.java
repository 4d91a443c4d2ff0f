package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.DestinationSettings;
import dev.amserr.app.console.Panel;
import dev.amserr.app.console.Visitor;
import dev.amserr.app.digest.DigestApi;
import dev.amserr.app.digest.NextDigests;
import dev.amserr.app.digest.OutboxWatch;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.Routes;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlDigestRuns;
import dev.amserr.app.store.SqlIncidents;
import dev.amserr.app.store.SqlOutbox;
import dev.amserr.app.store.SqlToldOnce;
import dev.amserr.app.store.SqlWindowStates;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.digest.AlertPosts;
import dev.amserr.digest.AlertRule;
import dev.amserr.digest.CronExpression;
import dev.amserr.digest.DigestAmendments;
import dev.amserr.digest.DigestComposer;
import dev.amserr.digest.DigestPictures;
import dev.amserr.digest.DigestPreviews;
import dev.amserr.digest.DigestReplies;
import dev.amserr.digest.DigestRunner;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSurvey;
import dev.amserr.digest.Duties;
import dev.amserr.digest.GapPosts;
import dev.amserr.digest.GapRule;
import dev.amserr.digest.HandoverPosts;
import dev.amserr.digest.HandoverRule;
import dev.amserr.digest.RunId;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.digest.command.DigestCommands;
import dev.amserr.notify.Backoff;
import dev.amserr.notify.DeadLetters;
import dev.amserr.notify.DeliveryObserver;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Messenger;
import dev.amserr.notify.OutboxWorker;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.OccurrenceStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Digests: what is due, what stands in them, and the outbox that takes them to the platforms. */
final class DigestParts implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_ALERTS = Duration.ofSeconds(30);
  private static final Duration BETWEEN_WATCHES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_PURGES = Duration.ofHours(6);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);
  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  private final Supplier<Configuration> configuration;
  private final SqlOutbox outbox;
  private final DigestRunner runner;
  private final DigestCommands commands;
  private final List<Runnable> wakes;
  private final SqlDigestRuns runs;
  private final DigestPreviews previews;
  private final DigestReplies replies;
  private final DigestPictures pictures;
  private final RunOutcomes outcomes;
  private final OutboxWatch watch;
  private final Destinations destinations;
  private final Clock clock;
  private final String process;
  private final SecureRandom random;
  private final ExecutorService lanes =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "posts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * The parts over a store.
   *
   * @param process names this run of this process; no two have the same
   */
  DigestParts(
      Supplier<Configuration> configuration,
      Database database,
      ErrorParts errors,
      OnCallParts onCall,
      ReplyCodec codec,
      ChartRenderer renderer,
      String process,
      SecureRandom random,
      MeterRegistry meters,
      Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.process = process;
    this.random = random;
    this.outbox = new SqlOutbox(database, codec);
    this.destinations =
        name ->
            Optional.ofNullable(configuration.get().settings().destinations().get(name))
                .map(DestinationSettings::destination);
    this.runs = new SqlDigestRuns(database, outbox);
    this.watch = new OutboxWatch(outbox, meters, clock);
    OccurrenceStore store = errors.store();
    Duties duties = onCall.duties();
    DigestSurvey survey = survey(database, store, duties);
    DigestComposer composer =
        composer(configuration.get().settings().server().publicUrl(), renderer);
    this.runner =
        new DigestRunner(this::schedules, runs, survey, composer, destinations, clock, process);
    this.previews = new DigestPreviews(runs, survey, clock);
    this.pictures = new DigestPictures(runs::find, renderer, Ticker.systemTicker());
    this.outcomes = new RunOutcomes(this::schedules, outbox);
    this.replies = new DigestReplies(composer, pictures, outcomes);
    SqlToldOnce toldOnce = new SqlToldOnce(database, outbox);
    this.wakes =
        List.of(
            new DigestAmendments(runs, outbox, composer, store, destinations, clock)::wake,
            new AlertPosts(
                    this::alertRules,
                    new SqlIncidents(database, outbox),
                    store,
                    store,
                    store,
                    duties,
                    errors.critical(),
                    destinations,
                    configuration.get().settings().server().zone(),
                    clock)
                ::wake,
            new HandoverPosts(
                    this::handoverRules, onCall.live(), survey, destinations, toldOnce, clock)
                ::wake,
            new GapPosts(this::gapRules, onCall.live(), destinations, toldOnce, clock)::wake);
    this.commands =
        new DigestCommands(
            this::schedules, runner, runs, previews, replies, outbox, new SqlAuditLog(database));
  }

  static DigestSurvey survey(Database database, OccurrenceStore store, Duties duties) {
    return new DigestSurvey(store, store, new SqlWindowStates(database, store), duties);
  }

  /**
   * A composer of messages.
   *
   * @param publicUrl where the console is for people in chats; null if nobody said
   */
  static DigestComposer composer(@Nullable URI publicUrl, ChartRenderer renderer) {
    return new DigestComposer(pages(publicUrl), renderer);
  }

  private static Function<RunId, Optional<URI>> pages(@Nullable URI url) {
    return url == null
        ? run -> Optional.empty()
        : run -> Optional.of(URI.create(url + "/digests/" + run));
  }

  void register(CommandRegistry.Builder registry) {
    commands.register(registry);
  }

  /**
   * Begins to look for what is due and to post it.
   *
   * @param mine the queues that this process may work on now
   */
  void begin(Timer timer, Collection<Messenger> messengers, Predicate<Lane> mine) {
    OutboxWorker worker =
        new OutboxWorker(
            outbox,
            destinations,
            messengers,
            new Backoff(random::nextDouble),
            DeliveryObserver.all(
                List.of(
                    watch,
                    new DeadLetters(
                        outbox,
                        destinations,
                        destination -> configuration.get().settings().delivery().deadLetters()))),
            mine,
            clock,
            lanes,
            process,
            OutboxWorker.DEFAULT_LEASE);
    timer.every(BETWEEN_LOOKS, "digests", runner::wake);
    timer.every(BETWEEN_POSTS, "posts", worker::wake);
    timer.every(BETWEEN_WATCHES, "outbox", watch::refresh);
    timer.every(BETWEEN_PURGES, "old posts", () -> outbox.purge(clock.instant().minus(KEPT)));
    for (int i = 0; i < wakes.size(); i++) {
      timer.every(BETWEEN_ALERTS, "posts between digests " + i, wakes.get(i));
    }
  }

  private List<AlertRule> alertRules() {
    return configuration.get().settings().destinations().values().stream()
        .filter(destination -> destination.alerts().any())
        .map(
            destination ->
                new AlertRule(
                    destination.destination().name(),
                    destination.alerts().spike(),
                    destination.alerts().newCritical(),
                    destination.alerts().regressed(),
                    destination.alerts().perHour()))
        .toList();
  }

  private List<HandoverRule> handoverRules() {
    return configuration.get().settings().onCall().handovers().stream()
        .map(post -> new HandoverRule(post.team(), post.destination(), post.top()))
        .toList();
  }

  private List<GapRule> gapRules() {
    return configuration.get().settings().onCall().gaps().stream()
        .map(
            post ->
                new GapRule(
                    post.team(),
                    post.destination(),
                    CronExpression.of(post.cron()),
                    post.zone(),
                    post.ahead()))
        .toList();
  }

  List<DigestSchedule> schedules() {
    return configuration.get().settings().digests();
  }

  /** A picture of a digest by its id; empty if it is none of these. */
  Optional<byte[]> picture(String id) {
    return pictures.find(id);
  }

  /**
   * What is served of digests.
   *
   * @param visitor who looks at them
   */
  List<Routes> routes(Visitor visitor) {
    return List.of(
        new DigestApi(this::schedules, runs, previews, replies, outcomes, outbox, visitor, clock));
  }

  /** What stands beside the chat. */
  Panel panel() {
    return new Panel(
        "digests", "Next digests", new NextDigests(this::schedules, runs, outcomes, outbox, clock));
  }

  Health.Check check() {
    return new Health.Check("outbox", watch::health);
  }

  /** Waits for what is being posted. */
  @Override
  public void close() {
    lanes.shutdown();
    try {
      if (!lanes.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        lanes.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
