package dev.amserr.discord;

import java.util.function.Function;

/** What came of an attempt to connect to Discord. */
public sealed interface Connection {

  /**
   * Commands arrive. From now on lost connections are taken up again without further doing.
   *
   * @param botName what the bot is called there
   */
  record Connected(String botName) implements Connection {}

  /**
   * Discord does not want us like this. Trying again without a change is of no use.
   *
   * @param sentence what is wrong and what to do
   */
  record Refused(Cause cause, String sentence) implements Connection {}

  /**
   * Discord does not answer. Worth another attempt later.
   *
   * @param sentence what was tried
   */
  record Unreachable(String sentence) implements Connection {}

  /** Why Discord does not want us. */
  enum Cause {
    /** The token is not valid. */
    TOKEN,
    /** We asked for events that the application may not have. */
    INTENTS,
    /** Anything else. */
    OTHER
  }

  /** One function per case. */
  default <T> T fold(
      Function<Connected, T> connected,
      Function<Refused, T> refused,
      Function<Unreachable, T> unreachable) {
    if (this instanceof Connected c) {
      return connected.apply(c);
    }
    return this instanceof Refused r ? refused.apply(r) : unreachable.apply((Unreachable) this);
  }
}
