package dev.amserr.app.config;

import dev.amserr.time.Durations;
import dev.amserr.time.ZoneNames;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one mapping's keys as the types that settings have. What is wrong gets the default. */
final class Keys {

  private static final Pattern SECRET = Pattern.compile("[!-~]+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}");

  /** How a text is named that may be a secret. */
  static final String CONCEALED = "a text that is not shown";

  /** What a secret must look like, in words. */
  static final String SECRET_EXPECTED = "a secret in plain characters without blanks";

  private final Section section;
  private final Problems problems;

  Keys(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
  }

  Section section() {
    return section;
  }

  Keys keys(String key) {
    return new Keys(section.sectionOrEmpty(key), problems);
  }

  List<Keys> list(String key) {
    return section.sections(key).stream().map(entry -> new Keys(entry, problems)).toList();
  }

  void rejectOthers() {
    section.rejectOthers();
  }

  Optional<Value> value(String key) {
    return section.value(key);
  }

  boolean flag(String key, boolean otherwise) {
    return value(key).flatMap(Value::flag).orElse(otherwise);
  }

  int integer(String key, int from, int to, int otherwise) {
    return value(key).flatMap(value -> value.integer(from, to)).orElse(otherwise);
  }

  /** A name, so that it can be typed in a command. */
  Optional<String> name(String key, String expected) {
    return section
        .required(key, expected)
        .flatMap(value -> value.as(Keys::name, "letters, digits, \"_\" and \"-\", at most 64"));
  }

  static Optional<String> name(String text) {
    return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  ZoneId zone(String key, ZoneId otherwise) {
    return value(key)
        .flatMap(value -> value.as(ZoneNames::parse, ZoneNames.expected(value.text())))
        .orElse(otherwise);
  }

  Optional<Duration> duration(String key, Duration from, Duration to, String expected) {
    return value(key)
        .flatMap(
            value ->
                value.as(
                    text ->
                        Durations.parse(text)
                            .filter(d -> d.compareTo(from) >= 0 && d.compareTo(to) <= 0),
                    expected));
  }

  Optional<String> cron(Optional<Value> value) {
    return value.flatMap(v -> v.as(CronText::parse, CronText.expected(v.text())));
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
    return value(key).flatMap(value -> constant(value, type)).orElse(otherwise);
  }

  /** Several of an enumeration, in their own order. */
  <E extends Enum<E>> Set<E> anyOf(String key, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    section.values(key).forEach(value -> constant(value, type).ifPresent(constants::add));
    return constants;
  }

  static <E extends Enum<E>> Optional<E> constant(Value value, Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return value.as(
        text -> constants.stream().filter(c -> spelled(c).equals(spelled(text))).findFirst(),
        "one of " + constants.stream().map(Keys::spelled).collect(Collectors.joining(", ")));
  }

  private static String spelled(Enum<?> constant) {
    return spelled(constant.name());
  }

  private static String spelled(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  @Nullable Secret secret(String key) {
    return value(key).flatMap(this::secret).orElse(null);
  }

  List<Secret> secrets(String key) {
    return section.values(key).stream().flatMap(value -> secret(value).stream()).toList();
  }

  private Optional<Secret> secret(Value value) {
    if (value.text().isEmpty()) {
      return Optional.empty();
    }
    if (!isSecret(value.text())) {
      rejectUnseen(value, SECRET_EXPECTED);
      return Optional.empty();
    }
    return Optional.of(new Secret(value.text()));
  }

  static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  /** Rejects a text that may be a secret. */
  void rejectUnseen(Value value, String expected) {
    problems.add(value.position(), value.path(), CONCEALED, expected);
  }

  /** An address to which paths are appended: it ends in a slash. */
  URI baseUrl(String key, URI otherwise) {
    return url(key, Addresses.HTTP, "an address such as " + otherwise)
        .map(url -> url.toString().endsWith("/") ? url : URI.create(url + "/"))
        .orElse(otherwise);
  }

  URI webSocketUrl(String key, URI otherwise) {
    return url(key, Addresses.WEB_SOCKET, "an address such as " + otherwise).orElse(otherwise);
  }

  /** An address without a query. */
  Optional<URI> url(String key, Set<String> schemes, String expected) {
    return value(key)
        .flatMap(
            value ->
                value.as(
                    text -> Addresses.url(text, schemes).filter(url -> url.getRawQuery() == null),
                    expected));
  }

  /** A list whose items a parser reads; an item that stands there twice is reported. */
  <T> List<T> items(String key, Function<String, Optional<T>> parser, String expected) {
    Set<T> items = new LinkedHashSet<>();
    for (Value value : section.values(key)) {
      value
          .as(parser, expected)
          .filter(item -> !items.add(item))
          .ifPresent(item -> value.reject("each once"));
    }
    return Collections.unmodifiableList(new ArrayList<>(items));
  }
}
