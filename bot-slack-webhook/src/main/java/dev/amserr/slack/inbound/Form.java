package dev.amserr.slack.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a body of type {@code application/x-www-form-urlencoded}, in UTF-8. */
final class Form {

  /** Slack sends two dozen. */
  private static final int MOST_FIELDS = 100;

  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads a body; empty if it is no such form. Of a field that comes twice, the first counts. */
  static Optional<Form> read(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String field : new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1)) {
        int sign = field.indexOf('=');
        if (sign > 0 && fields.size() < MOST_FIELDS) {
          fields.putIfAbsent(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
        }
      }
    } catch (IllegalArgumentException badEscape) {
      return Optional.empty();
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Form(fields));
  }

  /** Whether a content type names such a form. */
  static boolean isForm(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().equalsIgnoreCase("application/x-www-form-urlencoded");
  }

  /** A field's value; empty text where it is missing. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
