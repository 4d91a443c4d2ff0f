package dev.amserr.app;

import dev.amserr.app.chat.ChatDesk;
import dev.amserr.app.chat.DiscordPlatform;
import dev.amserr.app.chat.SlackPlatform;
import dev.amserr.app.config.Secret;
import dev.amserr.app.config.Settings;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.Routes;
import dev.amserr.app.schedule.Timer;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Messenger;
import dev.amserr.storage.LeaseKeeper;
import dev.amserr.storage.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat platforms that are configured. */
final class ChatParts implements AutoCloseable {

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(15);

  private final SlackPlatform slack;
  private final @Nullable DiscordPlatform discord;
  private final @Nullable LeaseKeeper gateway;

  /**
   * The platforms, not connected yet.
   *
   * @param process names this run of this process; no two have the same
   */
  ChatParts(
      Settings settings,
      ChatDesk desk,
      Leases leases,
      String process,
      RequestIds ids,
      MeterRegistry meters,
      Clock clock) {
    this.slack =
        new SlackPlatform(settings.slack(), settings.server().publicUrl(), desk, ids, meters);
    Secret token = settings.discord().token();
    this.discord =
        token == null
            ? null
            : new DiscordPlatform(settings.discord(), token.reveal(), desk, meters);
    this.gateway =
        discord == null
            ? null
            : new LeaseKeeper(leases, "discord-gateway", process, new Holding(discord), clock);
  }

  /** Holds the gateway: of several processes one does. */
  private record Holding(DiscordPlatform discord) implements LeaseKeeper.Duties {

    @Override
    public void begin() {
      discord.connect();
    }

    @Override
    public void end() {
      discord.disconnect();
    }
  }

  void begin(Timer timer) {
    if (discord != null && gateway != null) {
      timer.every(LeaseKeeper.RENEWED, "Discord's lease", gateway::renew);
      timer.every(
          BETWEEN_ATTEMPTS,
          "Discord",
          () -> {
            if (gateway.holds()) {
              discord.connect();
            }
          });
    }
  }

  List<Messenger> messengers() {
    List<Messenger> all = new ArrayList<>(slack.messengers());
    if (discord != null) {
      all.add(discord.messenger());
    }
    return all;
  }

  /** Whether this process works on a queue: on Discord's, whoever holds the gateway. */
  boolean worksOn(Lane lane) {
    return !lane.isDiscord() || (gateway != null && gateway.holds());
  }

  List<Routes> routes() {
    return List.of(slack);
  }

  List<Health.Check> checks() {
    return discord == null
        ? List.of()
        : List.of(new Health.Check("discord", () -> health(trouble(discord))));
  }

  /** A process that does not hold the gateway has no trouble with it. */
  private Optional<String> trouble(DiscordPlatform platform) {
    return gateway != null && gateway.holds() ? platform.trouble() : Optional.empty();
  }

  private static Health health(Optional<String> trouble) {
    return trouble.<Health>map(Health.Degraded::new).orElseGet(Health.Up::new);
  }

  @Override
  public void close() {
    slack.close();
    if (gateway != null) {
      gateway.release();
    }
    if (discord != null) {
      discord.close();
    }
  }
}
