package dev.amserr.app.chat;

import dev.amserr.app.config.Secret;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Endpoint;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.notify.Messenger;
import dev.amserr.slack.SlackManifest;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.inbound.SlackCommands;
import dev.amserr.slack.inbound.SlackEndpoint;
import dev.amserr.slack.inbound.SlackResponse;
import dev.amserr.slack.outbound.ResponseUrls;
import dev.amserr.slack.outbound.SlackApiNotifier;
import dev.amserr.slack.outbound.SlackHttp;
import dev.amserr.slack.outbound.SlackWebhookNotifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack: its signed requests, and posting to its channels and webhooks. */
public final class SlackPlatform implements Routes, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);

  /** Many, because an answer with buttons waits until they are stored. */
  private static final int THREADS = 64;

  private static final int WAITING = 2_000;
  private static final Duration TO_FINISH = Duration.ofSeconds(4);

  private final SlackSettings settings;
  private final SlackEndpoint endpoint;
  private final List<Messenger> messengers = new ArrayList<>();
  private final ThreadPoolExecutor threads;

  /**
   * Slack as it is configured.
   *
   * @param publicUrl where Slack can fetch pictures; null where the bot has no public address
   */
  public SlackPlatform(
      dev.amserr.app.config.SlackSettings configured,
      @Nullable URI publicUrl,
      ChatDesk desk,
      RequestIds ids,
      MeterRegistry meters) {
    this.settings =
        new SlackSettings(
            configured.signingSecrets().stream().map(Secret::reveal).toList(),
            configured.botToken() == null ? null : configured.botToken().reveal(),
            configured.apiUrl(),
            Set.copyOf(configured.responseHosts()));
    this.threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));
    threads.setThreadFactory(
        task -> {
          Thread thread = new Thread(task, "slack");
          thread.setDaemon(true);
          return thread;
        });
    threads.allowCoreThreadTimeOut(true);
    SlackHttp http = new SlackHttp(SlackHttp.TIMEOUT);
    BlockKitRenderer renderer = new BlockKitRenderer(picture(publicUrl));
    this.endpoint =
        new SlackEndpoint(
            settings,
            new SlackCommands(
                desk.dispatcher(), desk.commands(), desk.decode(), desk.zone(), ids::next),
            renderer,
            new ResponseUrls(settings, http, desk.clock()),
            new SlackMeters(meters),
            threads,
            desk.clock());
    messengers.add(
        Messenger.of(new SlackWebhookNotifier(http, renderer, desk.zone(), desk.clock())));
    if (settings.token().isPresent()) {
      messengers.add(
          Messenger.ofAll(
              new SlackApiNotifier(settings, http, renderer, desk.zone(), desk.clock())));
    }
  }

  private static Function<String, Optional<URI>> picture(@Nullable URI publicUrl) {
    return publicUrl == null
        ? id -> Optional.empty()
        : id -> Optional.of(URI.create(publicUrl + "/charts/" + id + ".png"));
  }

  /** By webhook, and with a bot token also to channels. */
  public List<Messenger> messengers() {
    return List.copyOf(messengers);
  }

  /** Nothing while no signing secret is set: then nobody can be told from Slack. */
  @Override
  public List<Route> routes() {
    return settings.signingSecrets().isEmpty()
        ? List.of()
        : List.of(
            route(
                SlackManifest.COMMANDS_PATH,
                Operation.of("slackCommand", "Takes slash commands, signed by Slack"),
                endpoint::commands),
            route(
                SlackManifest.INTERACTIVITY_PATH,
                Operation.of("slackInteraction", "Takes shortcuts and buttons, signed by Slack"),
                endpoint::interactivity));
  }

  private Route route(
      String path,
      Operation operation,
      BiFunction<Function<String, @Nullable String>, byte[], CompletableFuture<SlackResponse>>
          take) {
    return Route.post(
            path,
            Protection.signed(),
            operation
                .answers(200, "Taken; the answer, or it follows", "application/json")
                .refuses(401, "Not signed by Slack"),
            Endpoint.later(request -> answer(take, request)))
        .withBodyBytes(SlackEndpoint.LARGEST_BODY);
  }

  private CompletableFuture<Answer> answer(
      BiFunction<Function<String, @Nullable String>, byte[], CompletableFuture<SlackResponse>> take,
      Request request) {
    return take.apply(name -> request.header(name).orElse(null), body(request))
        .thenApply(
            response -> Answer.of(response.status(), response.contentType(), response.body()));
  }

  /** The server refuses what is too large; the endpoint counts all refusals. */
  private byte[] body(Request request) {
    try {
      return request.body();
    } catch (RequestRefused refused) {
      if (refused.status() == 413) {
        endpoint.cutOff();
      }
      throw refused;
    }
  }

  /** Finishes what runs. */
  @Override
  public void close() {
    try {
      int unanswered = endpoint.stop(TO_FINISH);
      if (unanswered > 0) {
        LOG.warn("{} interactions of Slack were not answered any more", unanswered);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
