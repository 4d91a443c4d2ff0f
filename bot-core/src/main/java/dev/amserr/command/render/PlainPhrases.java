package dev.amserr.command.render;

import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases as text without markup, cleaned, with times in the reader's zone. */
public final class PlainPhrases {

  private final ReaderTime time;

  public PlainPhrases(ReaderTime time) {
    this.time = time;
  }

  /** The phrase; line breaks in it stay. */
  public String text(Phrase phrase) {
    return phrase.spans().stream().map(this::text).collect(Collectors.joining());
  }

  /** The phrase on one line. */
  public String line(Phrase phrase) {
    return SafeText.line(text(phrase));
  }

  List<String> lines(List<Phrase> phrases) {
    return phrases.stream().map(this::line).toList();
  }

  String text(Span span) {
    return span.fold(
        plain -> SafeText.lines(plain.text()),
        strong -> SafeText.lines(strong.text()),
        code -> SafeText.lines(code.text()),
        time::format,
        named -> SafeText.line(named.mention().name()),
        linked -> link(linked.link()));
  }

  static String link(Link link) {
    String url = link.url().toASCIIString();
    return link.label().equals(url) ? url : SafeText.line(link.label()) + " (" + url + ")";
  }
}
