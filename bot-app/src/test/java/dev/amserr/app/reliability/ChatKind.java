package dev.amserr.app.reliability;

import dev.amserr.discord.DiscordNotifier;
import dev.amserr.discord.DiscordSettings;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Messenger;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.outbound.SlackApiNotifier;
import dev.amserr.slack.outbound.SlackHttp;
import dev.amserr.slack.outbound.SlackWebhookNotifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three ways of posting, with the real notifiers on loopback. */
enum ChatKind {
  DISCORD("Discord"),
  SLACK_TOKEN("Slack, bot token"),
  SLACK_WEBHOOK("Slack, webhook, hold");

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long FIRST_SNOWFLAKE = 100_000_000_000_000_000L;

  private final String title;

  ChatKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether what becomes of a message can be found out afterwards. */
  boolean canBeAsked() {
    return this != SLACK_WEBHOOK;
  }

  /** The id of a channel at the fake platforms. */
  String channelId(int number) {
    return switch (this) {
      case DISCORD -> Long.toString(FIRST_SNOWFLAKE + number);
      case SLACK_TOKEN -> "C%07d".formatted(number);
      case SLACK_WEBHOOK -> "W%07d".formatted(number);
    };
  }

  Channel channel(URI platforms, int number) {
    return switch (this) {
      case DISCORD -> new Channel.DiscordChannel(channelId(number));
      case SLACK_TOKEN -> new Channel.SlackChannel(channelId(number));
      case SLACK_WEBHOOK ->
          new Channel.SlackWebhook(
              platforms.resolve("/webhook/" + channelId(number)), Channel.OnUnknown.HOLD);
    };
  }

  Messenger messenger(URI platforms, Clock clock) {
    BlockKitRenderer renderer = new BlockKitRenderer(id -> Optional.empty());
    return switch (this) {
      case DISCORD ->
          Messenger.ofAll(
              new DiscordNotifier(
                  new DiscordSettings(
                      "token",
                      List.of(),
                      platforms.resolve("/discord/"),
                      URI.create("ws://127.0.0.1:9/")),
                  ZoneOffset.UTC,
                  clock));
      case SLACK_TOKEN ->
          Messenger.ofAll(
              new SlackApiNotifier(
                  new SlackSettings(
                      List.of(), "xoxb-token", platforms.resolve("/slack/"), Set.of()),
                  new SlackHttp(PATIENCE),
                  renderer,
                  ZoneOffset.UTC,
                  clock));
      case SLACK_WEBHOOK ->
          Messenger.of(
              new SlackWebhookNotifier(new SlackHttp(PATIENCE), renderer, ZoneOffset.UTC, clock));
    };
  }
}
