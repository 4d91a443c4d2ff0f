package dev.amserr.app.chat;

import dev.amserr.discord.DiscordBot;
import dev.amserr.discord.DiscordNotifier;
import dev.amserr.discord.DiscordSettings;
import dev.amserr.notify.Messenger;
import java.util.Objects;
import java.util.Optional;

/** Discord: the connection, kept up, and posting to its channels. */
public final class DiscordPlatform implements AutoCloseable {

  private final DiscordBot bot;
  private final DiscordNotifier notifier;
  private volatile String refusal = "";

  /**
   * Discord as it is configured, not connected yet.
   *
   * @param token of the bot
   */
  public DiscordPlatform(
      dev.amserr.app.config.DiscordSettings configured, String token, ChatDesk desk) {
    DiscordSettings settings =
        new DiscordSettings(
            token,
            configured.guilds(),
            configured.apiUrl(),
            Objects.requireNonNullElse(configured.gatewayUrl(), DiscordSettings.DEFAULT_GATEWAY));
    this.bot =
        new DiscordBot(
            settings, desk.commands(), desk.dispatcher(), desk.decode(), desk.zone(), desk.clock());
    this.notifier = new DiscordNotifier(settings, desk.zone(), desk.clock());
  }

  /** Posts by REST, connected or not. */
  public Messenger messenger() {
    return Messenger.ofAll(notifier);
  }

  /**
   * Connects unless it is connected; to be called again and again. What Discord refused for good,
   * such as a wrong token, is not tried again.
   */
  public void connect() {
    if (refusal.isEmpty()) {
      bot.start()
          .fold(
              connected -> "",
              refused -> refusal = refused.sentence(),
              unreachable -> unreachable.sentence());
    }
  }

  /** Gives the connection up, such as to another node. */
  public void disconnect() {
    bot.stop();
  }

  /** Why commands do not arrive right now; empty if they do. */
  public Optional<String> trouble() {
    return refusal.isEmpty() ? bot.trouble() : Optional.of(refusal);
  }

  @Override
  public void close() {
    bot.stop();
  }
}
