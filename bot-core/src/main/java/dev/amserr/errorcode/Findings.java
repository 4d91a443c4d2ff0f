package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes of one text, each once, while the text is read. Not for several threads. */
final class Findings {

  private static final long SMALLEST_LABELLED = 0x1000_0000L;
  private static final int MOST_REMEMBERED = 4 * Decoder.MOST_CODES;

  private final Catalogs catalogs;
  private final NumberDecoder numbers;
  private final Readings readings;
  private final @Nullable ErrorSystem pinned;
  private final Map<Object, Found> found = new LinkedHashMap<>();
  private final Set<String> suggestions = new LinkedHashSet<>();
  private int forgotten;

  Findings(Catalogs catalogs, NumberDecoder numbers, @Nullable ErrorSystem pinned) {
    this.catalogs = catalogs;
    this.numbers = numbers;
    this.readings = new Readings(catalogs);
    this.pinned = pinned;
  }

  /** A distinct code with its count. */
  private static final class Found {
    final String text;
    final @Nullable String repaired;
    List<Reading> readings;
    int count;

    Found(String text, @Nullable String repaired, List<Reading> readings) {
      this.text = text;
      this.repaired = repaired;
      this.readings = readings;
    }
  }

  int distinct() {
    return found.size() + forgotten;
  }

  Set<String> suggestions() {
    return suggestions;
  }

  List<DecodedCode> codes(int limit) {
    List<DecodedCode> codes = new ArrayList<>();
    for (Found f : found.values()) {
      if (codes.size() < limit) {
        int shown = Math.min(f.readings.size(), Decoder.MOST_READINGS);
        codes.add(
            new DecodedCode(
                f.text,
                f.count,
                f.repaired,
                f.readings.subList(0, shown),
                f.readings.size() - shown));
      }
    }
    return codes;
  }

  /**
   * Takes {@code name} as the name of a code.
   *
   * @param text how it is shown
   * @return whether a catalog has the name
   */
  boolean named(String text, String name, boolean mayBeAnyWord) {
    List<Reading> named = new ArrayList<>();
    for (CatalogEntry entry : catalogs.byName(Names.fold(name))) {
      ErrorSystem system = entry.system();
      if (pinned == null ? !system.pinnedOnly() : pinned.id().equals(system.id())) {
        named.add(byName(entry, name));
      }
    }
    if (named.isEmpty() && !mayBeAnyWord) {
      return false;
    }
    return !named.isEmpty() && count(Names.fold(name), text, null, named);
  }

  private Reading byName(CatalogEntry entry, String name) {
    boolean alias = entry.name() == null || !Names.fold(entry.name()).equals(Names.fold(name));
    Map<String, String> facts = new LinkedHashMap<>();
    if (entry.hasValue() && entry.numbers() == NumberSpace.HRESULT) {
      facts.putAll(new Hresult(entry.value() & 0xFFFF_FFFFL).facts(catalogs));
    }
    if (alias) {
      facts.put("asked as", name);
    }
    return readings.of(entry, Match.EXACT, alias ? "another name of it" : "its name", facts);
  }

  /**
   * Reads a text.
   *
   * @param folded the text as {@link FoldedText} makes it
   * @param key the key under which the text stands in a document; empty outside of one
   */
  void scan(String text, String folded, String key) {
    boolean keyed = Cues.isErrorKey(key);
    List<Mention> mentions = CodeScanner.scan(folded);
    for (Mention mention : mentions) {
      mention.fold(
          numeric -> numeric(text, numeric, !key.isEmpty() && !keyed, keyed),
          name ->
              named(
                  text.substring(name.start(), name.end()),
                  folded.substring(name.start(), name.end()),
                  false),
          wildcard -> wildcard(text, wildcard));
    }
    if (keyed && mentions.isEmpty()) {
      named(text.strip(), text.strip(), false);
    }
  }

  private boolean numeric(String text, Mention.Numeric mention, boolean otherKey, boolean keyed) {
    Mention.Cue cue = mention.cue();
    if (cue == Mention.Cue.ALONE && otherKey) {
      cue = Mention.Cue.NONE;
    } else if (keyed && cue == Mention.Cue.NONE) {
      cue = Mention.Cue.KEYED;
    }
    String written = text.substring(mention.start(), mention.end());
    boolean asked = cue == Mention.Cue.ALONE || cue == Mention.Cue.KEYED || pinned != null;
    SpelledNumber number = mention.number();
    switch (mention.mark()) {
      case HEX -> {
        return number(written, number);
      }
      case BARE_HEX -> {
        return bareHex(written, number, asked);
      }
      case DIGITS -> {
        SpelledNumber asHex = asBareHex(mention, written);
        if (asHex != null && bareHex(written, asHex, asked)) {
          return true;
        }
        boolean status = cue == Mention.Cue.HTTP;
        boolean large =
            number.writtenAs32Bits() || (number.fits32() && number.bits32() >= SMALLEST_LABELLED);
        return (asked || status || (large && numbers.known(number))) && number(written, number);
      }
    }
    throw new AssertionError(mention.mark());
  }

  /** Digits only may be hex: 8 from 8 on, or 7 where they are a system's own bits. */
  private @Nullable SpelledNumber asBareHex(Mention.Numeric mention, String written) {
    int digits = mention.end() - mention.start();
    boolean failure = digits == 8 && written.charAt(0) >= '8';
    if (!(failure || digits == 7) || !written.chars().allMatch(c -> c >= '0' && c <= '9')) {
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
    Found known = found.get(identity);
    if (known != null) {
      known.count++;
      return true;
    }
    List<Reading> read = numbers.read(number, pinned);
    if (read.isEmpty()) {
      read = misspelled(number);
    }
    return count(identity, written, number.repaired(), read);
  }

  /** Documented values that are one digit away, where a digit was lost or doubled. */
  private List<Reading> misspelled(SpelledNumber number) {
    if (!number.hex() || number.digits() < 5 || number.digits() > 9) {
      return List.of();
    }
    List<Reading> guesses = new ArrayList<>();
    Set<Long> tried = new LinkedHashSet<>();
    for (long candidate : candidates(number)) {
      if (tried.add(candidate)) {
        SpelledNumber mended = new SpelledNumber(candidate, true, 8, null);
        numbers.read(mended, pinned).stream()
            .filter(r -> r.match() == Match.EXACT)
            .findFirst()
            .ifPresent(r -> guesses.add(guess(r, number.digits())));
      }
    }
    return guesses;
  }

  private static List<Long> candidates(SpelledNumber number) {
    List<Long> candidates = new ArrayList<>();
    long value = number.value();
    int digits = number.digits();
    if (digits == 7) {
      for (int bits = 0; bits <= 28; bits += 4) {
        long low = value & ((1L << bits) - 1);
        long high = (value >>> bits) << (bits + 4);
        for (long digit = 0; digit < 16; digit++) {
          candidates.add(high | (digit << bits) | low);
        }
      }
    } else if (digits == 9) {
      for (int bits = 0; bits < 36; bits += 4) {
        long low = value & ((1L << bits) - 1);
        candidates.add(((value >>> (bits + 4)) << bits) | low);
      }
    } else {
      candidates.add(value);
    }
    return candidates;
  }

  private Reading guess(Reading r, int digits) {
    suggestions.add(String.valueOf(r.value()));
    String why = digits + " hex digits where there should be 8: perhaps this was meant";
    return new Reading(
        r.system(),
        r.name(),
        r.value(),
        Match.GUESS,
        r.message(),
        r.userMessage(),
        r.meaning(),
        r.httpStatus(),
        r.facts(),
        r.causes(),
        r.actions(),
        r.retry(),
        r.related(),
        r.owner(),
        r.source(),
        r.confidence(),
        why);
  }

  private boolean wildcard(String text, Mention.Wildcard wildcard) {
    List<Reading> matching = new ArrayList<>();
    for (CatalogEntry entry : catalogs.entries()) {
      boolean wide = entry.numbers() == NumberSpace.HRESULT || entry.numbers() == NumberSpace.BITS;
      boolean wanted =
          pinned == null ? !entry.system().pinnedOnly() : pinned.id().equals(entry.system().id());
      if (wide
          && wanted
          && entry.hasValue()
          && (entry.value() & wildcard.mask()) == wildcard.value()) {
        matching.add(readings.of(entry, Match.PATTERN, "fits the wildcard", Map.of()));
      }
    }
    String written = text.substring(wildcard.start(), wildcard.end());
    return count(written, written, null, matching);
  }

  /** Finds the messages of services in which numbers vary. */
  void patterns(String text) {
    for (CatalogEntry entry : catalogs.withPatterns()) {
      ErrorSystem system = entry.system();
      if (pinned == null ? system.pinnedOnly() : !pinned.id().equals(system.id())) {
        continue;
      }
      for (MessagePattern pattern : entry.patterns()) {
        Optional<MessagePattern.Found> match = pattern.find(text, 0);
        while (match.isPresent()) {
          MessagePattern.Found m = match.get();
          Reading reading =
              readings.of(entry, Match.PATTERN, "the text is a message of it", m.captures());
          count(pattern, text.substring(m.start(), m.end()), null, List.of(reading));
          match = pattern.find(text, m.end());
        }
      }
    }
  }

  /** Says of the code of an error document whether its message is the documented one. */
  void compareMessages(List<DocumentFields.Field> fields) {
    String message = "";
    String code = "";
    for (DocumentFields.Field field : fields) {
      String key = Names.fold(field.key());
      if (message.isEmpty() && (key.equals("errormessage") || key.equals("message"))) {
        message = field.value().strip();
      } else if (code.isEmpty() && (key.equals("errorcode") || key.equals("code"))) {
        code = field.value().strip();
      }
    }
    if (message.isEmpty() || code.isEmpty()) {
      return;
    }
    for (Found f : found.values()) {
      if (f.text.equals(code)) {
        String said = message;
        f.readings = f.readings.stream().map(r -> compared(r, said)).toList();
      }
    }
  }

  private static Reading compared(Reading reading, String said) {
    String documented = reading.message();
    if (documented == null) {
      return reading;
    }
    boolean same = documented.strip().equals(said);
    return reading.withFact(
        "message", same ? "as documented" : "differs from the documented one: " + said);
  }

  private boolean count(Object key, String text, @Nullable String repaired, List<Reading> read) {
    Found known = found.get(key);
    if (known == null) {
      if (found.size() >= MOST_REMEMBERED) {
        forgotten++;
        return true;
      }
      known = new Found(text, repaired, read);
      found.put(key, known);
    }
    known.count++;
    return true;
  }
}
