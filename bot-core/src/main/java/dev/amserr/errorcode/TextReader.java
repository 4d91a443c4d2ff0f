package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what of a text is a code. One for each text; not for several threads. */
final class TextReader {

  private static final long SMALLEST_LABELLED = 0x1000_0000L;

  private final Catalogs catalogs;
  private final Readings readings;
  private final NumberDecoder numbers;
  private final Scope scope;
  private final Findings findings = new Findings();
  private final Set<String> suggestions = new LinkedHashSet<>();

  TextReader(Catalogs catalogs, Readings readings, NumberDecoder numbers, Scope scope) {
    this.catalogs = catalogs;
    this.readings = readings;
    this.numbers = numbers;
    this.scope = scope;
  }

  Findings findings() {
    return findings;
  }

  /** Values that were probably meant. */
  Set<String> suggestions() {
    return suggestions;
  }

  /**
   * Takes {@code name} as the name of a code.
   *
   * @param text how it is shown
   * @return whether a catalog has the name
   */
  boolean name(String text, String name) {
    String key = Names.fold(name);
    List<CatalogEntry> named =
        catalogs.byName(key).stream().filter(entry -> scope.admits(entry.system())).toList();
    if (named.isEmpty()) {
      return false;
    }
    take(key, text, null, () -> named.stream().map(entry -> byName(entry, name)).toList());
    return true;
  }

  private Reading byName(CatalogEntry entry, String name) {
    boolean alias = entry.name() == null || !Names.fold(entry.name()).equals(Names.fold(name));
    Map<String, String> facts = new LinkedHashMap<>();
    if (entry.hasValue() && entry.numbers() == NumberSpace.HRESULT) {
      facts.putAll(new Hresult(entry.value()).facts(catalogs, entry.system()));
    }
    if (alias) {
      facts.put("asked as", name);
    }
    return readings.of(entry, Match.EXACT, alias ? "another name of it" : "its name", facts);
  }

  /**
   * Reads plain text.
   *
   * @param folded the text as {@link FoldedText} makes it
   */
  void text(String text, String folded) {
    for (Mention mention : CodeScanner.scan(folded)) {
      read(mention, text, folded);
    }
  }

  /** Reads the fields of a document. */
  void document(List<DocumentFields.Field> fields) {
    DocumentFields.Field before = new DocumentFields.Field("", "");
    for (DocumentFields.Field field : fields) {
      boolean afterAddress = field.key().equals(before.key()) && before.isAddress();
      field(field.key(), FoldedText.wellFormed(field.value()), afterAddress);
      before = field;
    }
    MessageComparison.compare(fields, findings);
  }

  private void field(String key, String text, boolean afterAddress) {
    boolean keyed = Cues.isErrorKey(key);
    String folded = FoldedText.fold(text);
    List<Mention> mentions = CodeScanner.scan(folded);
    for (Mention mention : mentions) {
      read(
          mention.fold(
              numeric -> numeric.withCue(cueIn(key, keyed, afterAddress, numeric)),
              named -> named,
              wildcard -> wildcard),
          text,
          folded);
    }
    if (keyed && mentions.isEmpty()) {
      name(text.strip(), text.strip());
    }
  }

  /** What a key says of its value counts more than that nothing else stands in the value. */
  private static Mention.Cue cueIn(
      String key, boolean keyed, boolean afterAddress, Mention.Numeric numeric) {
    if (numeric.cue() == Mention.Cue.ALONE && !keyed && !key.isEmpty()) {
      return afterAddress && numeric.isErrorStatus() ? Mention.Cue.HTTP : Mention.Cue.NONE;
    }
    return keyed && numeric.cue() == Mention.Cue.NONE ? Mention.Cue.KEYED : numeric.cue();
  }

  private void read(Mention mention, String text, String folded) {
    String written = text.substring(mention.start(), mention.end());
    mention
        .<Runnable>fold(
            numeric -> () -> numeric(written, numeric),
            named -> () -> name(written, folded.substring(named.start(), named.end())),
            wildcard -> () -> wildcard(written, wildcard))
        .run();
  }

  private void numeric(String written, Mention.Numeric mention) {
    boolean asked =
        mention.cue() == Mention.Cue.ALONE
            || mention.cue() == Mention.Cue.KEYED
            || scope.isPinned();
    SpelledNumber number = mention.number();
    boolean meant =
        switch (mention.mark()) {
          case HEX -> true;
          case BARE_HEX -> isBareHex(number, asked);
          case DIGITS -> {
            SpelledNumber asHex = asBareHex(written);
            if (asHex != null && isBareHex(asHex, asked)) {
              number = asHex;
              yield true;
            }
            yield asked || mention.cue() == Mention.Cue.HTTP || isKnownAndLarge(number);
          }
        };
    if (meant) {
      number(written, number);
    }
  }

  /** Digits only may be hex: 8 from 8 on, or 7 where they are a system's own bits. */
  private static @Nullable SpelledNumber asBareHex(String written) {
    int digits = written.length();
    boolean failure = digits == 8 && written.charAt(0) >= '8';
    if (!(failure || digits == 7)
        || !written.chars().allMatch(c -> NumberLexer.isDigit((char) c))) {
      return null;
    }
    return new SpelledNumber(Long.parseLong(written, 16), true, digits, null);
  }

  private boolean isBareHex(SpelledNumber number, boolean asked) {
    boolean fits = number.digits() != 7 || numbers.readAsSevenDigits(number.value());
    return fits && (asked || numbers.known(number));
  }

  private boolean isKnownAndLarge(SpelledNumber number) {
    boolean large =
        number.writtenAs32Bits() || (number.fits32() && number.bits32() >= SMALLEST_LABELLED);
    return large && numbers.known(number);
  }

  private void number(String written, SpelledNumber number) {
    take(number.identity(), written, number.repaired(), () -> readings(number));
  }

  private List<Reading> readings(SpelledNumber number) {
    List<Reading> read = numbers.read(number, scope);
    if (!read.isEmpty()) {
      return read;
    }
    List<Reading> guesses = new NearbyValues(numbers).of(number, scope);
    guesses.forEach(guess -> suggestions.add(String.valueOf(guess.value())));
    return guesses;
  }

  private void wildcard(String written, Mention.Wildcard wildcard) {
    Object key = List.of(wildcard.value(), wildcard.mask());
    take(key, written, null, () -> matching(wildcard));
  }

  private List<Reading> matching(Mention.Wildcard wildcard) {
    List<Reading> matching = new ArrayList<>();
    for (CatalogEntry entry : catalogs.entries()) {
      boolean wide = entry.numbers() == NumberSpace.HRESULT || entry.numbers() == NumberSpace.BITS;
      if (wide
          && scope.admits(entry.system())
          && entry.hasValue()
          && (entry.value() & wildcard.mask()) == wildcard.value()) {
        matching.add(readings.of(entry, Match.PATTERN, "fits the wildcard", Map.of()));
      }
    }
    return matching;
  }

  /** Finds the messages of services in which numbers vary. */
  void messages(String text) {
    for (CatalogEntry entry : catalogs.withPatterns()) {
      if (scope.admits(entry.system())) {
        entry.patterns().forEach(pattern -> messages(text, entry, pattern));
      }
    }
  }

  private void messages(String text, CatalogEntry entry, MessagePattern pattern) {
    Optional<MessagePattern.Found> found = pattern.find(text, 0);
    while (found.isPresent()) {
      MessagePattern.Found at = found.get();
      take(
          pattern,
          text.substring(at.start(), at.end()),
          null,
          () ->
              List.of(
                  readings.of(entry, Match.PATTERN, "the text is a message of it", at.captures())));
      found = pattern.find(text, at.end());
    }
  }

  private void take(
      Object key, String written, @Nullable String repaired, Supplier<List<Reading>> readings) {
    if (!findings.countAgain(key)) {
      findings.add(key, written, repaired, readings.get());
    }
  }
}
