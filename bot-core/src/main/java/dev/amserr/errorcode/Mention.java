package dev.amserr.errorcode;

import java.util.function.Function;

/** A place in a text that may be a code. */
sealed interface Mention {

  int start();

  int end();

  /** Why a number or word in a text may be meant as a code. */
  enum Cue {
    /** Nothing says so. */
    NONE,
    /** It stands where an HTTP status stands. */
    HTTP,
    /** A word such as {@code code} or {@code status} stands in front of it. */
    KEYED,
    /** The text is nothing but codes. */
    ALONE
  }

  /** How a number is marked. */
  enum Mark {
    /** By a prefix or suffix that only hex numbers have. */
    HEX,
    /** Hex digits without a prefix, a letter among them. */
    BARE_HEX,
    /** Decimal digits only. */
    DIGITS
  }

  /** A number; {@code number} is the decimal reading where the mark is {@link Mark#DIGITS}. */
  record Numeric(int start, int end, Cue cue, SpelledNumber number, Mark mark) implements Mention {
    Numeric withCue(Cue other) {
      return new Numeric(start, end, other, number, mark);
    }

    /** Whether it is written as the status of a failed HTTP request is. */
    boolean isErrorStatus() {
      return mark == Mark.DIGITS
          && number.digits() == 3
          && number.value() >= 400
          && number.value() <= 599;
    }
  }

  /** A word that is written as names of codes are, or that stands where one is expected. */
  record Named(int start, int end) implements Mention {}

  /**
   * Eight hex digits with {@code ?} for some of them.
   *
   * @param mask the bits that are given
   */
  record Wildcard(int start, int end, long value, long mask) implements Mention {}

  /** One function per variant. */
  default <T> T fold(
      Function<Numeric, T> numeric, Function<Named, T> named, Function<Wildcard, T> wildcard) {
    if (this instanceof Numeric n) {
      return numeric.apply(n);
    }
    if (this instanceof Named n) {
      return named.apply(n);
    }
    return wildcard.apply((Wildcard) this);
  }
}
