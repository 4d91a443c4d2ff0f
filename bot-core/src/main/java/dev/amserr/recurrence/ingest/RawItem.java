package dev.amserr.recurrence.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.amserr.time.Timestamps;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain fields of one JSON object. Remembers the first thing that is wrong with it; after that
 * its answers mean nothing.
 */
final class RawItem {

  private static final int LONGEST_ECHO = 40;

  private final Map<String, Field> fields;
  private @Nullable String problem;

  private RawItem(Map<String, Field> fields) {
    this.fields = fields;
  }

  private record Field(JsonToken token, String text) {}

  /** Reads the object at whose start the parser stands, to its end. */
  static RawItem read(JsonParser parser) throws IOException {
    Map<String, Field> fields = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        parser.skipChildren();
        fields.put(name, new Field(token, ""));
      } else if (token != JsonToken.VALUE_NULL) {
        fields.put(name, new Field(token, parser.getText()));
      }
    }
    return new RawItem(fields);
  }

  /** What is wrong, as a sentence; null if nothing. */
  @Nullable String problem() {
    return problem;
  }

  /** A text that must be there; a whole number is taken as one. */
  String required(String name, int longest) {
    String text = optional(name, longest);
    if (text == null || text.isBlank()) {
      refuse("\"" + name + "\" is missing");
      return "";
    }
    return text;
  }

  /** A text; null if it is not there. */
  @Nullable String optional(String name, int longest) {
    String text = text(name);
    if (text != null && text.length() > longest) {
      refuse("\"" + name + "\" has " + text.length() + " characters; " + longest + " is the most");
    }
    return text;
  }

  /** A text of which only the beginning is kept. */
  @Nullable String beginning(String name, int longest) {
    String text = text(name);
    return text == null ? null : cut(text, longest);
  }

  /** The name of a source. */
  String source(int longest) {
    String source = required("source", longest).strip();
    if (source.chars().anyMatch(Character::isISOControl)) {
      refuse("\"source\" has a control character");
    }
    return source;
  }

  /** A time with an offset; null if it is not there. */
  @Nullable Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    Instant time = instant(text);
    if (time == null) {
      refuse(
          "\""
              + name
              + "\" is no time with an offset such as 2026-11-21T08:00:00Z: "
              + cut(text, LONGEST_ECHO));
    }
    return time;
  }

  /** A whole number; {@code otherwise} if it is not there. */
  long number(String name, long least, long most, @Nullable Long otherwise) {
    Field field = fields.get(name);
    if (field == null) {
      if (otherwise == null) {
        refuse("\"" + name + "\" is missing");
        return least;
      }
      return otherwise;
    }
    if (field.token() == JsonToken.VALUE_NUMBER_INT && field.text().length() < 18) {
      long value = Long.parseLong(field.text());
      if (value >= least && value <= most) {
        return value;
      }
    }
    refuse(
        "\""
            + name
            + "\" must be a whole number from "
            + least
            + " to "
            + most
            + ", not "
            + cut(field.text(), LONGEST_ECHO));
    return least;
  }

  static @Nullable Instant instant(String text) {
    return Timestamps.parse(text).orElse(null);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }

  private @Nullable String text(String name) {
    Field field = fields.get(name);
    if (field == null) {
      return null;
    }
    if (field.token() != JsonToken.VALUE_STRING && field.token() != JsonToken.VALUE_NUMBER_INT) {
      refuse("\"" + name + "\" must be a text");
      return null;
    }
    return field.text();
  }

  private void refuse(String reason) {
    if (problem == null) {
      problem = reason;
    }
  }
}
