package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    List<Reading> named = new ArrayList<>();
    for (CatalogEntry entry : catalogs.byName(key)) {
      if (scope.admits(entry.system())) {
        named.add(byName(entry, name));
      }
    }
    if (named.isEmpty()) {
      return false;
    }
    take(key, text, named);
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
    boolean unused =
        mention.fold(
            numeric -> numeric(written, numeric),
            name -> name(written, folded.substring(name.start(), name.end())),
            wildcard -> wildcard(written, wildcard));
  }

  private boolean numeric(String written, Mention.Numeric mention) {
    SpelledNumber number = mention.number();
    boolean asked =
        mention.cue() == Mention.Cue.ALONE
            || mention.cue() == Mention.Cue.KEYED
            || scope.isPinned();
    return switch (mention.mark()) {
      case HEX -> number(written, number);
      case BARE_HEX -> bareHex(written, number, asked);
      case DIGITS -> {
        SpelledNumber asHex = asBareHex(written);
        if (asHex != null && bareHex(written, asHex, asked)) {
          yield true;
        }
        boolean large =
            number.writtenAs32Bits() || (number.fits32() && number.bits32() >= SMALLEST_LABELLED);
        boolean meant =
            asked || mention.cue() == Mention.Cue.HTTP || (large && numbers.known(number));
        yield meant && number(written, number);
      }
    };
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

  private boolean bareHex(String written, SpelledNumber number, boolean asked) {
    boolean fits = number.digits() != 7 || numbers.readAsSevenDigits(number.value());
    return fits && (asked || numbers.known(number)) && number(written, number);
  }

  private boolean number(String written, SpelledNumber number) {
    Long identity = number.identity();
    if (findings.countAgain(identity)) {
      return true;
    }
    List<Reading> read = numbers.read(number, scope);
    if (read.isEmpty()) {
      read = new NearbyValues(numbers).of(number, scope);
      read.forEach(guess -> suggestions.add(guess.label()));
    }
    findings.add(identity, written, number.repaired(), read);
    return true;
  }

  private boolean wildcard(String written, Mention.Wildcard wildcard) {
    Object key = List.of(wildcard.value(), wildcard.mask());
    if (!findings.countAgain(key)) {
      findings.add(key, written, null, matching(wildcard));
    }
    return true;
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
      Reading reading =
          readings.of(entry, Match.PATTERN, "the text is a message of it", at.captures());
      take(pattern, text.substring(at.start(), at.end()), List.of(reading));
      found = pattern.find(text, at.end());
    }
  }

  private void take(Object key, String written, List<Reading> read) {
    if (!findings.countAgain(key)) {
      findings.add(key, written, null, read);
    }
  }
}
