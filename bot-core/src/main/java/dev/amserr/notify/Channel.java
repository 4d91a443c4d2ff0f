package dev.amserr.notify;

import java.net.URI;
import java.util.function.Function;

/** A place on a platform where a bot can post. */
public sealed interface Channel {

  /** A channel or thread of Discord, by its snowflake. */
  record DiscordChannel(String id) implements Channel {
    public DiscordChannel {
      if (!id.matches("[0-9]{15,20}")) {
        throw new IllegalArgumentException("Not the id of a Discord channel: " + id);
      }
    }
  }

  /** A channel of Slack, by its id, reached with a bot token. */
  record SlackChannel(String id) implements Channel {
    public SlackChannel {
      if (!id.matches("[CGD][A-Z0-9]{2,20}")) {
        throw new IllegalArgumentException("Not the id of a Slack channel: " + id);
      }
    }
  }

  /**
   * An incoming webhook of Slack. Whoever knows its URL can post, so the URL is never printed.
   *
   * @param onUnknown what to do when nobody can know whether a message arrived
   */
  record SlackWebhook(URI url, OnUnknown onUnknown) implements Channel {
    public SlackWebhook {
      if (url.getHost() == null || !url.isAbsolute()) {
        throw new IllegalArgumentException("A webhook needs an absolute URL");
      }
    }

    @Override
    public String toString() {
      return "SlackWebhook[" + url.getScheme() + "://" + url.getHost() + "/…]";
    }
  }

  /** What to do with a message of which nobody can know whether it arrived. */
  enum OnUnknown {
    /** Leave it and show it: seen at most once. */
    HOLD,
    /** Send it again: seen at least once. */
    RESEND
  }

  /** One function per case. */
  default <T> T fold(
      Function<DiscordChannel, T> discord,
      Function<SlackChannel, T> slack,
      Function<SlackWebhook, T> webhook) {
    if (this instanceof DiscordChannel d) {
      return discord.apply(d);
    }
    if (this instanceof SlackChannel s) {
      return slack.apply(s);
    }
    return webhook.apply((SlackWebhook) this);
  }
}
