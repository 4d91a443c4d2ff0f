package dev.amserr.errorcode;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.text.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into readings: one code in any spelling, a log line, an error document, or words.
 *
 * <p>Safe for several threads. Time and memory are linear in the length of the text; of a longer
 * text than {@link #LONGEST_TEXT} only the beginning is read, and the answer says so. Answers to
 * short texts are kept in a bounded cache.
 */
public final class Decoder {

  /** The most readings of one code. */
  public static final int MOST_READINGS = 25;

  /** The most distinct codes of one text. */
  public static final int MOST_CODES = 1_000;

  /** How much of a text is read, in UTF-16 units. */
  public static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_ECHO = 2_000;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CACHED = 64;
  private static final int MOST_READINGS_CACHED = 20_000;
  private static final int MOST_GUESSES = 8;
  private static final String MARKUP = "`'\"<>*_~.,;:()[]{}!? \t\r\n";

  private final Catalogs catalogs;
  private final Readings readings;
  private final NumberDecoder numbers;
  private final WordSearch words;
  private final Cache<String, Decoding> recent =
      Caffeine.newBuilder()
          .maximumWeight(MOST_READINGS_CACHED)
          .weigher((String text, Decoding decoding) -> 1 + decoding.readings())
          .build();

  public Decoder(Catalogs catalogs) {
    this.catalogs = catalogs;
    this.readings = new Readings(catalogs);
    this.numbers = new NumberDecoder(catalogs, readings);
    this.words = new WordSearch(catalogs);
  }

  public Catalogs catalogs() {
    return catalogs;
  }

  /** Decodes a text; a system's name in front of a single code pins that system. */
  public Decoding decode(String text) {
    if (text.length() > LONGEST_CACHED) {
      return decodeFresh(text, null);
    }
    Decoding known = recent.getIfPresent(text);
    if (known == null) {
      known = decodeFresh(text, null);
      recent.put(text, known);
    }
    return known;
  }

  /** Decodes a text with the readings of one system only. */
  public Decoding decode(String text, ErrorSystem system) {
    return decodeFresh(text, system);
  }

  /** The entries that some words mean, as guesses, best first; empty if none fits. */
  public List<Reading> search(String words, @Nullable ErrorSystem system, int limit) {
    return this.words.find(words, new Scope(system), limit).stream()
        .map(entry -> readings.of(entry, Match.GUESS, "its text has these words", Map.of()))
        .toList();
  }

  /** Decodes without the cache. */
  Decoding decodeFresh(String given, @Nullable ErrorSystem system) {
    boolean cut = given.length() > LONGEST_TEXT;
    String text = FoldedText.wellFormed(cut ? given.substring(0, LONGEST_TEXT) : given);
    String folded = FoldedText.fold(text);
    Pin pin = system == null ? leadingSystem(folded) : new Pin(new Scope(system), 0);
    TextReader reader = new TextReader(catalogs, readings, numbers, pin.scope());
    String question = text.substring(pin.end());
    String foldedQuestion = folded.substring(pin.end());
    String bare = stripMarkup(foldedQuestion);
    if (!name(bare, question, reader)) {
      DocumentFields.read(question)
          .ifPresentOrElse(reader::document, () -> reader.text(question, foldedQuestion));
    }
    reader.messages(text);
    List<DecodedCode> codes = reader.findings().codes();
    Set<String> suggestions = new LinkedHashSet<>(reader.suggestions());
    if (codes.isEmpty() && !bare.isEmpty()) {
      codes = guess(question.strip(), bare, pin.scope(), suggestions);
    }
    boolean longEcho = text.length() > LONGEST_ECHO;
    String echo = Redaction.redact(longEcho ? text.substring(0, LONGEST_ECHO) : text);
    return new Decoding(
        FoldedText.wellFormed(echo),
        cut || longEcho,
        codes,
        reader.findings().more(),
        List.copyOf(suggestions));
  }

  private record Pin(Scope scope, int end) {}

  /** A system named in front of a single word, or of words that are a name there. */
  private Pin leadingSystem(String folded) {
    int limit = Math.min(folded.length(), LONGEST_NAME);
    for (int end = limit - 1; end > 0; end--) {
      char c = folded.charAt(end);
      if ((c == ' ' || c == ':') && NumberLexer.isWord(folded.charAt(end - 1))) {
        Optional<ErrorSystem> system = catalogs.system(folded.substring(0, end));
        if (system.isPresent()
            && catalogs.byName(Names.fold(folded)).isEmpty()
            && isSingleCode(folded.substring(end + 1), system.get())) {
          return new Pin(new Scope(system.get()), end + 1);
        }
      }
    }
    return new Pin(new Scope(null), 0);
  }

  private boolean isSingleCode(String rest, ErrorSystem system) {
    String code = stripMarkup(rest);
    if (code.isEmpty()) {
      return false;
    }
    return code.chars().noneMatch(Character::isWhitespace)
        || catalogs.byName(Names.fold(code)).stream()
            .anyMatch(entry -> entry.system().id().equals(system.id()));
  }

  /** Takes the text as one name, whatever its punctuation; false if no catalog has it. */
  private static boolean name(String bare, String question, TextReader reader) {
    if (bare.isEmpty() || bare.length() > LONGEST_NAME || !hasLetter(bare)) {
      return false;
    }
    return reader.name(question.strip(), bare)
        || reader.name(question.strip(), afterQualifier(bare));
  }

  private static String afterQualifier(String name) {
    int dot = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
    return dot > 0 && name.indexOf(' ') < 0 ? name.substring(dot + 1) : name;
  }

  private List<DecodedCode> guess(String text, String bare, Scope scope, Set<String> suggestions) {
    List<Reading> said =
        words.byMessage(bare).stream()
            .filter(entry -> scope.admits(entry.system()))
            .map(entry -> readings.of(entry, Match.PATTERN, "the text is its message", Map.of()))
            .toList();
    if (!said.isEmpty()) {
      return List.of(code(text, said));
    }
    if (bare.length() > LONGEST_NAME * 2 || !hasLetter(bare)) {
      return List.of();
    }
    List<CatalogEntry> near = words.mistyped(bare, scope, MOST_GUESSES);
    String why = "a name that is spelled nearly so";
    if (near.isEmpty()) {
      near = words.find(bare, scope, MOST_GUESSES);
      why = "its text has these words";
    }
    List<Reading> guesses = new ArrayList<>();
    for (CatalogEntry entry : near) {
      guesses.add(readings.of(entry, Match.GUESS, why, Map.of()));
      suggestions.add(entry.label());
    }
    return guesses.isEmpty() ? List.of() : List.of(code(text, guesses));
  }

  private static DecodedCode code(String text, List<Reading> readings) {
    return DecodedCode.of(Redaction.redact(text), 1, null, readings);
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private static String stripMarkup(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && MARKUP.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && MARKUP.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
