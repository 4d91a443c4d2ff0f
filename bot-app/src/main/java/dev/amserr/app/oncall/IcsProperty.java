package dev.amserr.app.oncall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an iCalendar document, unfolded.
 *
 * @param name in upper case
 * @param parameters by name in upper case
 * @param value as written, escapes included
 */
record IcsProperty(String name, Map<String, String> parameters, String value) {

  IcsProperty {
    parameters = Map.copyOf(new LinkedHashMap<>(parameters));
  }

  /** The value of a parameter, without the quotes around it. */
  Optional<String> parameter(String parameter) {
    return Optional.ofNullable(parameters.get(parameter))
        .map(
            given ->
                given.length() > 1 && given.startsWith("\"") && given.endsWith("\"")
                    ? given.substring(1, given.length() - 1)
                    : given);
  }

  /** The value as text, without escapes (RFC 5545, section 3.3.11). */
  String text() {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString().strip();
  }
}
