package dev.amserr.command;

import java.time.Duration;

/** What kind of value an option takes, and as which Java type a handler reads it. */
public enum OptionType {
  /** Any text. */
  TEXT(String.class),
  /** One of the declared choices. */
  CHOICE(String.class),
  /** A length of time: {@code 24h}, {@code 1h30m}, {@code 7d}. */
  DURATION(Duration.class),
  /** A point in time, in the reader's zone unless it names an offset. */
  INSTANT(When.class),
  /** The id of a team. */
  TEAM(String.class),
  /** An error code, or text that contains some. */
  CODE(String.class),
  /** A person: the platform's mention, or a name. */
  PERSON(PersonRef.class),
  /** A whole number. */
  INTEGER(Long.class),
  /** Yes or no; no where it is not given. */
  FLAG(Boolean.class);

  private final Class<?> valueType;

  OptionType(Class<?> valueType) {
    this.valueType = valueType;
  }

  /** The Java type of its values. */
  public Class<?> valueType() {
    return valueType;
  }

  /** Whether it takes whatever is written, so that a bare word says nothing about where it goes. */
  public boolean takesAnyWord() {
    return this == TEXT || this == TEAM || this == CODE || this == PERSON;
  }
}
