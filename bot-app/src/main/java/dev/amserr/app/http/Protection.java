package dev.amserr.app.http;

import org.jspecify.annotations.Nullable;

/**
 * Who may use a route.
 *
 * @param kind what is at stake
 * @param ownTokens tokens that open this route in place of the server's; null for the server's
 */
public record Protection(Kind kind, @Nullable BearerTokens ownTokens) {

  /** What is at stake. */
  public enum Kind {
    /** Nothing: for probes and collectors, which may call the bot whatever they like. */
    PROBE,
    /** Reads what everybody may know. */
    OPEN,
    /** Reads what only the team may know. */
    PRIVATE,
    /** Changes something. */
    CHANGES,
    /** The endpoint judges every request itself, by a signature or a key in it. */
    SIGNED
  }

  public static Protection probe() {
    return new Protection(Kind.PROBE, null);
  }

  public static Protection open() {
    return new Protection(Kind.OPEN, null);
  }

  public static Protection privateData() {
    return new Protection(Kind.PRIVATE, null);
  }

  public static Protection changes() {
    return new Protection(Kind.CHANGES, null);
  }

  /**
   * Changes something and has tokens of its own. While there are some, every request needs one;
   * while there is none, only this machine may.
   */
  public static Protection changes(BearerTokens tokens) {
    return new Protection(Kind.CHANGES, tokens);
  }

  public static Protection signed() {
    return new Protection(Kind.SIGNED, null);
  }

  /** Whether something must be kept from strangers before the endpoint is asked. */
  boolean isGuarded() {
    return kind == Kind.PRIVATE || kind == Kind.CHANGES;
  }
}
