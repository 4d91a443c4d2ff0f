package dev.amserr.notify;

import java.util.function.Function;

/** What a platform adds that can look back into a channel: was a post seen there? */
public interface ChannelHistory {

  /** Looks for the message with this key among the channel's newest 100. */
  Sighting find(Channel channel, String key);

  /** What a look back found. */
  sealed interface Sighting {

    /** It stands there. */
    record Seen(String messageId) implements Sighting {}

    /** It does not stand among the messages looked at. */
    record NotSeen() implements Sighting {}

    /** The history could not be read. */
    record CannotTell(String reason) implements Sighting {}

    /** One function per case. */
    default <T> T fold(
        Function<Seen, T> seen, Function<NotSeen, T> notSeen, Function<CannotTell, T> cannotTell) {
      if (this instanceof Seen s) {
        return seen.apply(s);
      }
      return this instanceof NotSeen n ? notSeen.apply(n) : cannotTell.apply((CannotTell) this);
    }
  }
}
