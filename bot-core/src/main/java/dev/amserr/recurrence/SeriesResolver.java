package dev.amserr.recurrence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.Reading;
import dev.amserr.text.Redaction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the series of a code in whatever spelling: that of its best reading, or of its own text
 * where it has none. Answers are kept in a bounded cache, so a resolver belongs to one state of the
 * catalogs. Thread-safe.
 */
public final class SeriesResolver {

  /** In characters of what was asked. */
  private static final long MOST_CACHED = 4_000_000;

  private static final String TECH = "tech";

  private final Decoder decoder;
  private final Cache<Question, ResolvedCode> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CACHED)
          .<Question, ResolvedCode>weigher((asked, found) -> 100 + asked.code().length())
          .build();

  public SeriesResolver(Decoder decoder) {
    this.decoder = decoder;
  }

  private record Question(String code, @Nullable String system) {}

  /**
   * What a code means.
   *
   * @param system pins the reading; where it is unknown, or has no such code, the text stays a text
   *     with the system before it. Null where the reporter does not say.
   */
  public ResolvedCode resolve(String code, @Nullable String system) {
    Question question = new Question(code, system);
    ResolvedCode found = known.getIfPresent(question);
    if (found == null) {
      found = decode(question);
      known.put(question, found);
    }
    return found;
  }

  private ResolvedCode decode(Question asked) {
    String system = asked.system();
    if (system == null || system.isBlank()) {
      return best(decoder.decode(asked.code())).orElseGet(() -> text(asked.code()));
    }
    Optional<ErrorSystem> pinned = decoder.catalogs().system(system);
    return pinned
        .flatMap(known -> best(decoder.decode(asked.code(), known)))
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
