package dev.amserr.app.oncall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A VEVENT as it stands in a document. */
record IcsEvent(List<IcsProperty> properties) {

  IcsEvent {
    properties = List.copyOf(properties);
  }

  Optional<IcsProperty> first(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  List<IcsProperty> all(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).toList();
  }

  /** Its UID; empty if it has none. */
  String uid() {
    return first("UID").map(IcsProperty::text).orElse("");
  }

  /** Which version of the event this is; later ones are higher. */
  int sequence() {
    try {
      return first("SEQUENCE").map(p -> Integer.parseInt(p.value().strip())).orElse(0);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  boolean isCancelled() {
    return first("STATUS").map(p -> p.value().strip().equalsIgnoreCase("CANCELLED")).orElse(false);
  }

  /** How a message names it: its title and when it starts. */
  String label() {
    List<String> parts = new ArrayList<>();
    first("SUMMARY").map(IcsProperty::text).filter(t -> !t.isEmpty()).ifPresent(parts::add);
    first("DTSTART").map(IcsProperty::value).ifPresent(parts::add);
    String label = parts.isEmpty() ? "an event without a title" : String.join(" at ", parts);
    return label.length() <= 80 ? label : label.substring(0, 80) + "…";
  }
}
