package dev.amserr.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The options that were given, by name, read by type.
 *
 * <p>An accessor throws IllegalArgumentException for an option of another type: that is a handler
 * that does not fit its declaration, not somebody's typing error.
 *
 * @param values each of its option's {@link OptionType#valueType()}
 */
public record OptionValues(Map<String, Object> values) {

  private static final OptionValues NONE = new OptionValues(Map.of());

  public OptionValues {
    values = Map.copyOf(values);
  }

  public static OptionValues none() {
    return NONE;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text, a choice, a team or a code. */
  public Optional<String> text(String name) {
    return get(name, String.class);
  }

  /**
   * A text that the declaration requires.
   *
   * @throws IllegalArgumentException if it is missing all the same
   */
  public String requiredText(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("The option " + name + " is missing"));
  }

  public Optional<Duration> duration(String name) {
    return get(name, Duration.class);
  }

  public Optional<When> when(String name) {
    return get(name, When.class);
  }

  public Optional<PersonRef> person(String name) {
    return get(name, PersonRef.class);
  }

  public Optional<Long> integer(String name) {
    return get(name, Long.class);
  }

  /** Whether a flag was set. */
  public boolean flag(String name) {
    return get(name, Boolean.class).orElse(false);
  }

  private <T> Optional<T> get(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "The option "
              + name
              + " is a "
              + value.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return Optional.of(type.cast(value));
  }
}
