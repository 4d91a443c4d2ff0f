package dev.amserr.errorcode;

import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one code of a catalog file. */
final class EntryReader {

  private final ErrorSystem system;
  private final String confidence;
  private final boolean team;

  /**
   * @param system gives what a code does not say itself
   * @param confidence of codes that do not say it
   */
  EntryReader(ErrorSystem system, String confidence, boolean team) {
    this.system = system;
    this.confidence = confidence;
    this.team = team;
  }

  /** Empty where the code has neither name nor value, which is then reported. */
  Optional<CatalogEntry> read(Section code) {
    return read(code, 0);
  }

  /**
   * The named value of a field of bits.
   *
   * @param low the lowest bit of the field
   */
  Optional<CatalogEntry> read(Section code, int low) {
    NumberSpace numbers = numbers(code).orElse(system.numbers());
    Optional<Long> value = code.value("value").flatMap(text -> value(text, numbers));
    @Nullable String name = code.value("name").map(Value::text).orElse(null);
    int http = code.value("http").flatMap(text -> text.integer(100, 599)).orElse(0);
    if (numbers == NumberSpace.HTTP_STATUS && value.isPresent()) {
      http = value.get().intValue();
    }
    Explanation explanation = explanation(code);
    List<MessagePattern> patterns = patterns(code);
    List<String> aliases = code.texts("aliases");
    List<String> related = code.texts("related");
    String category = code.text("category", "");
    @Nullable String owner = code.value("owner").map(Value::text).orElse(system.owner());
    Source source = code.section("source").flatMap(SystemReader::source).orElse(system.source());
    String known = code.text("confidence", confidence);
    code.rejectOthers();
    if (name == null && value.isEmpty()) {
      if (!code.has("value")) {
        code.missing("name", "a name, a value or both");
      }
      return Optional.empty();
    }
    return Optional.of(
        new CatalogEntry(
            system,
            name,
            value.map(bits -> bits << low).orElse(CatalogEntry.NO_VALUE),
            numbers,
            aliases,
            category,
            http,
            explanation,
            patterns,
            related,
            owner,
            source,
            known,
            team));
  }

  /** What a file or a code says that its numbers are. */
  static Optional<NumberSpace> numbers(Section section) {
    return section
        .value("numbers")
        .flatMap(
            value -> value.as(NumberSpace::byKey, "hresult, integer, http-status, bits or none"));
  }

  private static Optional<Long> value(Value text, NumberSpace numbers) {
    return text.as(
        digits -> NumberSpace.parse(digits).filter(numbers::contains), numbers.description());
  }

  private static Explanation explanation(Section code) {
    return new Explanation(
        code.value("message").map(Value::text).orElse(null),
        code.value("userMessage").map(Value::text).orElse(null),
        code.value("meaning").map(Value::text).orElse(null),
        code.texts("causes"),
        code.texts("actions"),
        code.value("retry")
            .flatMap(value -> value.as(Retry::byKey, "no, yes, backoff or unknown"))
            .orElse(Retry.UNKNOWN));
  }

  private static List<MessagePattern> patterns(Section code) {
    List<MessagePattern> patterns = new ArrayList<>();
    for (Value value : code.values("patterns")) {
      MessagePattern.of(value.text())
          .ifPresentOrElse(
              patterns::add,
              () -> value.reject("a message with {names} for its numbers, beginning with text"));
    }
    return patterns;
  }
}
