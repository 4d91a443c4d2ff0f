package dev.amserr.command.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Running text: spans one after the other.
 *
 * <p>Built left to right: {@code Phrase.of("Ana until ").time(end).plain(", then Ben")}.
 */
public record Phrase(List<Span> spans) {

  private static final Phrase EMPTY = new Phrase(List.of());

  public Phrase {
    spans = List.copyOf(spans);
  }

  /** No text at all. */
  public static Phrase empty() {
    return EMPTY;
  }

  /** Plain text. */
  public static Phrase of(String text) {
    return EMPTY.plain(text);
  }

  /** Several phrases in one, with plain text between them. */
  public static Phrase join(String separator, List<Phrase> phrases) {
    List<Span> spans = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain(separator));
      }
      spans.addAll(phrase.spans);
    }
    return new Phrase(spans);
  }

  public Phrase plain(String text) {
    return text.isEmpty() ? this : with(new Span.Plain(text));
  }

  public Phrase strong(String text) {
    return with(new Span.Strong(text));
  }

  public Phrase code(String text) {
    return with(new Span.Code(text));
  }

  /** Day and time of day, in the reader's zone. */
  public Phrase time(Instant at) {
    return with(new Span.Time(at, Span.Time.Style.DATE_TIME));
  }

  public Phrase time(Instant at, Span.Time.Style style) {
    return with(new Span.Time(at, style));
  }

  public Phrase mention(Mention mention) {
    return with(new Span.Named(mention));
  }

  public Phrase link(Link link) {
    return with(new Span.Linked(link));
  }

  /** This phrase, then the other. */
  public Phrase then(Phrase other) {
    return isEmpty() ? other : join("", List.of(this, other));
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  private Phrase with(Span span) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(span);
    return new Phrase(longer);
  }
}
