package dev.amserr.discord;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.dispatch.CommandDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot in Discord: holds the gateway, offers the registry's commands and answers them. Can be
 * started again after it was stopped, so that several nodes can pass the gateway on. Thread-safe.
 */
public final class DiscordBot {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

  /** Interactions die after 3 seconds; a late apology is none. */
  private static final Duration APOLOGY = Duration.ofSeconds(2);

  private static final Duration CONNECTING = Duration.ofSeconds(30);

  private final DiscordSettings settings;
  private final CommandRegistry registry;
  private final CommandDispatcher dispatcher;
  private final MessageCommand messageCommand;
  private final Origins origins;
  private final DiscordMetrics metrics;
  private final Duration patience;
  private final List<CommandData> declarations;
  private volatile @Nullable Gateway gateway;

  /**
   * A bot that is not connected yet.
   *
   * @param decodeCommand what "Decode errors" in the menu of a message calls; its option that takes
   *     the rest of a line is given the message's text
   * @param zone the bot's, for times that somebody writes and for times in tables
   * @throws IllegalArgumentException if the registry has no such command
   */
  public DiscordBot(
      DiscordSettings settings,
      CommandRegistry registry,
      CommandDispatcher dispatcher,
      CommandPath decodeCommand,
      ZoneId zone,
      DiscordMetrics metrics,
      Clock clock) {
    this(settings, registry, dispatcher, decodeCommand, zone, metrics, clock, CONNECTING);
  }

  DiscordBot(
      DiscordSettings settings,
      CommandRegistry registry,
      CommandDispatcher dispatcher,
      CommandPath decodeCommand,
      ZoneId zone,
      DiscordMetrics metrics,
      Clock clock,
      Duration patience) {
    this.settings = settings;
    this.registry = registry;
    this.dispatcher = dispatcher;
    this.messageCommand = MessageCommand.of(registry, decodeCommand);
    this.origins = new Origins(zone, clock);
    this.metrics = metrics;
    this.patience = patience;
    this.declarations = CommandDeclarations.of(registry, Interactions.MESSAGE_COMMAND);
  }

  /**
   * Connects, unless it is connected; waits for up to 30 seconds. After anything but {@link
   * Connection.Connected} nothing of it runs.
   */
  public synchronized Connection start() {
    Gateway present = gateway;
    if (present != null && present.isAlive()) {
      return new Connection.Connected(present.botName());
    }
    stop();
    Workers workers = new Workers();
    Interactions interactions =
        new Interactions(
            registry,
            dispatcher,
            messageCommand,
            origins,
            workers,
            new DiscordRest(settings, APOLOGY),
            metrics);
    Gateway opened =
        new Gateway(
            settings,
            interactions,
            new CommandRegistration(declarations, settings.guilds()),
            workers,
            metrics);
    Connection connection = opened.open(patience);
    gateway =
        connection.fold(
            connected -> {
              LOG.info("Connected to Discord as {}", connected.botName());
              return opened;
            },
            refused -> {
              LOG.error("{}", refused.sentence());
              return null;
            },
            unreachable -> {
              LOG.warn("{}", unreachable.sentence());
              return null;
            });
    return connection;
  }

  /** Ends what runs, for up to some seconds, and disconnects. Does nothing if not connected. */
  public synchronized void stop() {
    Gateway present = gateway;
    if (present != null) {
      present.close();
      gateway = null;
    }
  }

  /** Why commands do not arrive right now; empty if they do. Never waits. */
  public Optional<String> trouble() {
    Gateway present = gateway;
    return present == null ? Optional.of("Not connected to Discord.") : present.trouble();
  }
}
