package dev.amserr.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session at Discord's gateway, with JDA. Opened once, closed once. */
final class Gateway extends ListenerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final Duration FINISHING = Duration.ofSeconds(3);

  /** Events are only passed on to workers, so few threads do. */
  private static final int EVENT_THREADS = 2;

  private static final String BAD_TOKEN =
      "Discord does not accept the token. Copy the present one from the page \"Bot\" of the"
          + " application in https://discord.com/developers/applications into DISCORD_TOKEN;"
          + " everything else of the bot works without Discord.";
  private static final String BAD_INTENTS =
      "Discord refuses the events that the bot asks for (close code 4014), though it asks for no"
          + " privileged ones. Check in https://discord.com/developers/applications that the"
          + " application is not blocked; everything else of the bot works without Discord.";

  private final DiscordSettings settings;
  private final Interactions interactions;
  private final CommandRegistration registration;
  private final Workers workers;
  private final DiscordMetrics metrics;
  private final CompletableFuture<Connection> opening = new CompletableFuture<>();
  private volatile @Nullable JDA jda;
  private volatile @Nullable String lost;

  Gateway(
      DiscordSettings settings,
      Interactions interactions,
      CommandRegistration registration,
      Workers workers,
      DiscordMetrics metrics) {
    this.settings = settings;
    this.interactions = interactions;
    this.registration = registration;
    this.workers = workers;
    this.metrics = metrics;
  }

  /** Connects and waits until commands can arrive. Nothing runs on if that fails. */
  Connection open(Duration patience) {
    Connection connection;
    try {
      jda = build();
      connection = opening.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InvalidTokenException refused) {
      connection = new Connection.Refused(Connection.Cause.TOKEN, BAD_TOKEN);
    } catch (TimeoutException late) {
      connection = unreachable("it did not answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      connection = unreachable("the attempt was interrupted");
    } catch (ExecutionException | RuntimeException failure) {
      LOG.debug("Connecting to Discord failed", failure);
      connection = unreachable(String.valueOf(failure.getMessage()));
    }
    return connection.fold(connected -> connected, this::closed, this::closed);
  }

  boolean isAlive() {
    return lost == null;
  }

  String botName() {
    JDA session = jda;
    return session == null ? "" : session.getSelfUser().getName();
  }

  Optional<String> trouble() {
    JDA session = jda;
    if (lost != null || session == null) {
      return Optional.of(lost == null ? "Not connected to Discord." : lost);
    }
    return session.getStatus() == JDA.Status.CONNECTED
        ? Optional.empty()
        : Optional.of("Reconnecting to Discord (" + session.getStatus() + ").");
  }

  void close() {
    workers.close(FINISHING);
    JDA session = jda;
    if (session == null) {
      return;
    }
    try {
      session.shutdown();
      if (!session.awaitShutdown(CLOSING)) {
        session.shutdownNow();
        if (!session.awaitShutdown(CLOSING)) {
          LOG.warn("The connection to Discord did not end in time");
        }
      }
    } catch (InterruptedException interrupted) {
      session.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onReady(ReadyEvent event) {
    register(event.getJDA());
    opening.complete(new Connection.Connected(event.getJDA().getSelfUser().getName()));
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    register(event.getJDA());
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    metrics.disconnected();
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    Connection end = end(event.getCloseCode());
    lost = end.fold(c -> "", Connection.Refused::sentence, Connection.Unreachable::sentence);
    boolean whileOpening = opening.complete(end);
    if (!whileOpening && event.getCloseCode() != null && event.getCode() != 1_000) {
      LOG.error("{}", lost);
    }
  }

  private JDA build() {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    ExecutorService events =
        Executors.newFixedThreadPool(EVENT_THREADS, Workers.named("discord-events-"));
    try {
      return JDABuilder.createLight(settings.token(), EnumSet.noneOf(GatewayIntent.class))
          .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl().toString()))
          .setSessionController(new FixedGateway(settings.gatewayUrl().toString()))
          .setEventPool(events, true)
          .setEnableShutdownHook(false)
          .setMaxReconnectDelay(60)
          .addEventListeners(this, interactions)
          .build();
    } catch (RuntimeException failure) {
      events.shutdownNow();
      throw failure;
    }
  }

  /** Not on an event thread: it waits for Discord. */
  private void register(JDA session) {
    if (!workers.offer(() -> registration.bringUpToDate(session))) {
      LOG.warn("No worker is free to register the commands");
    }
  }

  private Connection closed(Connection failed) {
    close();
    return failed;
  }

  private Connection unreachable(String why) {
    return new Connection.Unreachable(
        "Discord is not reachable at " + settings.apiUrl() + ": " + why + ".");
  }

  private static Connection end(@Nullable CloseCode code) {
    if (code == CloseCode.DISALLOWED_INTENTS || code == CloseCode.INVALID_INTENTS) {
      return new Connection.Refused(Connection.Cause.INTENTS, BAD_INTENTS);
    }
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return new Connection.Refused(Connection.Cause.TOKEN, BAD_TOKEN);
    }
    return new Connection.Refused(
        Connection.Cause.OTHER,
        "Discord ended the connection"
            + (code == null ? "" : " (" + code.getCode() + ": " + code.getMeaning() + ")")
            + ".");
  }

  /** JDA asks its session controller where the gateway is. */
  private static final class FixedGateway extends ConcurrentSessionController {

    private final String url;

    FixedGateway(String url) {
      this.url = url;
    }

    @Override
    public String getGateway() {
      return url;
    }
  }
}
