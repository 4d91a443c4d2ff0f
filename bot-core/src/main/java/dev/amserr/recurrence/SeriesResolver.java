package dev.amserr.recurrence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.Match;
import dev.amserr.errorcode.Reading;
import dev.amserr.text.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series of a code in whatever spelling: that of its best reading, or of its own text
 * where it has none. Answers are kept in a bounded cache as long as the decoder stays the same.
 * Thread-safe.
 */
public final class SeriesResolver {

  /** In characters of what was asked. */
  private static final long MOST_CACHED = 4_000_000;

  private static final String TECH = "tech";

  private final Supplier<Decoder> current;
  private volatile Known known;

  /**
   * @param decoder the one over the catalogs that are in force
   */
  public SeriesResolver(Supplier<Decoder> decoder) {
    this.current = decoder;
    this.known = new Known(decoder.get());
  }

  private record Question(String code, @Nullable String system) {}

  /** What one decoder answered. */
  private static final class Known {
    private final Decoder decoder;
    private final Cache<Question, ResolvedCode> cache =
        Caffeine.newBuilder()
            .maximumWeight(MOST_CACHED)
            .<Question, ResolvedCode>weigher((asked, found) -> 100 + asked.code().length())
            .build();

    Known(Decoder decoder) {
      this.decoder = decoder;
    }
  }

  /**
   * What a code means.
   *
   * @param system pins the reading; where it is unknown, or has no such code, the text stays a text
   *     with the system before it. Null where the reporter does not say.
   */
  public ResolvedCode resolve(String code, @Nullable String system) {
    Known answers = known;
    Decoder decoder = current.get();
    if (answers.decoder != decoder) {
      answers = new Known(decoder);
      known = answers;
    }
    Question question = new Question(code, system);
    ResolvedCode found = answers.cache.getIfPresent(question);
    if (found == null) {
      found = decode(question, decoder);
      answers.cache.put(question, found);
    }
    return found;
  }

  /**
   * What a code may have been counted as: what it means best, then what it means in other systems,
   * for reporters may name one. What follows from its bits alone is left out of those.
   */
  public List<ResolvedCode> meanings(String code) {
    Stream<ResolvedCode> elsewhere =
        current.get().decode(code).codes().stream()
            .flatMap(found -> found.readings().stream())
            .filter(reading -> reading.match() == Match.EXACT || reading.match() == Match.PATTERN)
            .flatMap(reading -> resolved(reading).stream());
    return Stream.concat(Stream.of(resolve(code, null)), elsewhere).distinct().toList();
  }

  private static ResolvedCode decode(Question asked, Decoder decoder) {
    String system = asked.system();
    if (system == null || system.isBlank()) {
      return best(decoder.decode(asked.code())).orElseGet(() -> text(asked.code()));
    }
    Optional<ErrorSystem> pinned = decoder.catalogs().system(system);
    return pinned
        .flatMap(one -> best(decoder.decode(asked.code(), one)))
        .orElseGet(
            () ->
                text(
                    pinned.map(ErrorSystem::id).orElse(system.strip().toLowerCase(Locale.ROOT))
                        + ":"
                        + asked.code().strip()));
  }

  private static Optional<ResolvedCode> best(Decoding decoding) {
    return decoding.codes().stream()
        .flatMap(code -> code.best().stream())
        .findFirst()
        .flatMap(SeriesResolver::resolved);
  }

  private static Optional<ResolvedCode> resolved(Reading reading) {
    String code = reading.value() != null ? reading.value() : reading.name();
    if (code == null || code.isBlank() || code.length() > SeriesKey.LONGEST_CODE) {
      return Optional.empty();
    }
    SortedMap<String, String> labels = new TreeMap<>(Map.of());
    String tech = reading.facts().get(TECH);
    if (tech != null) {
      labels.put(TECH, tech);
    }
    String name = reading.name();
    return Optional.of(
        new ResolvedCode(reading.system().id(), code, name == null ? "" : name, labels));
  }

  private static ResolvedCode text(String code) {
    String line = Redaction.redact(code).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.isEmpty()) {
      line = "(unprintable)";
    }
    if (line.length() > SeriesKey.LONGEST_CODE) {
      int end = SeriesKey.LONGEST_CODE;
      line = line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
    return ResolvedCode.ofText(line);
  }
}
