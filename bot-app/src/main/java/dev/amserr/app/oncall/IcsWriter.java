package dev.amserr.app.oncall;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes an iCalendar document line by line: escaped, folded at 75 octets (RFC 5545). */
final class IcsWriter {

  private static final int MOST_OCTETS = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder document = new StringBuilder();

  /** A line whose value is written as it is. */
  IcsWriter line(String name, String value) {
    int octets = 0;
    String line = name + ":" + value;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      int width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > MOST_OCTETS) {
        document.append("\r\n ");
        octets = 1;
      }
      document.appendCodePoint(point);
      octets += width;
      i += Character.charCount(point);
    }
    document.append("\r\n");
    return this;
  }

  /** A line whose value is any text. */
  IcsWriter text(String name, String value) {
    String escaped =
        value
            .replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,")
            .replaceAll("\r\n|\r|\n", "\\\\n")
            .replaceAll("\\p{Cntrl}", " ");
    return line(name, escaped);
  }

  IcsWriter time(String name, Instant at) {
    return line(name, UTC.format(at));
  }

  String document() {
    return document.toString();
  }
}
