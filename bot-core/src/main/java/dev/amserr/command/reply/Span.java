package dev.amserr.command.reply;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** A piece of a {@link Phrase} that a platform shows in its own way. */
public sealed interface Span {

  /** Text as it is; whatever looks like markup in it is data. */
  record Plain(String text) implements Span {
    public Plain {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Text that stands out. */
  record Strong(String text) implements Span {
    public Strong {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A code, a name or a value to copy, in monospace. */
  record Code(String text) implements Span {
    public Code {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A time, shown in the reader's zone. */
  record Time(Instant at, Style style) implements Span {
    public Time {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(style, "style");
    }

    /** How much of a time is shown. */
    public enum Style {
      /** Day and time of day. */
      DATE_TIME,
      /** The day alone. */
      DATE,
      /** The time of day alone. */
      TIME,
      /** How far from now. */
      RELATIVE
    }
  }

  /** Somebody, by name. */
  record Named(Mention mention) implements Span {
    public Named {
      Objects.requireNonNull(mention, "mention");
    }
  }

  /** A link within running text. */
  record Linked(Link link) implements Span {
    public Linked {
      Objects.requireNonNull(link, "link");
    }
  }

  /** One function per case. */
  default <T> T fold(
      Function<Plain, T> plain,
      Function<Strong, T> strong,
      Function<Code, T> code,
      Function<Time, T> time,
      Function<Named, T> named,
      Function<Linked, T> linked) {
    if (this instanceof Plain p) {
      return plain.apply(p);
    }
    if (this instanceof Strong s) {
      return strong.apply(s);
    }
    if (this instanceof Code c) {
      return code.apply(c);
    }
    if (this instanceof Time t) {
      return time.apply(t);
    }
    if (this instanceof Named n) {
      return named.apply(n);
    }
    return linked.apply((Linked) this);
  }
}
