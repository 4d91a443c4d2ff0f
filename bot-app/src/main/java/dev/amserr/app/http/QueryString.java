package dev.amserr.app.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark, as HTML forms write it. Decoded as far as it is asked. */
final class QueryString {

  private final String raw;

  QueryString(@Nullable String raw) {
    this.raw = raw == null ? "" : raw;
  }

  /**
   * The first value under a name; empty text where only the name stands.
   *
   * @throws RequestRefused if it is not percent-encoded UTF-8
   */
  Optional<String> first(String name) {
    int from = 0;
    while (from <= raw.length()) {
      int end = raw.indexOf('&', from);
      int to = end < 0 ? raw.length() : end;
      int equals = raw.indexOf('=', from);
      int nameEnd = equals >= 0 && equals < to ? equals : to;
      if (nameEnd > from && decode(name, from, nameEnd).equals(name)) {
        return Optional.of(nameEnd == to ? "" : decode(name, nameEnd + 1, to));
      }
      from = to + 1;
    }
    return Optional.empty();
  }

  private String decode(String name, int from, int to) {
    if (isPlain(from, to)) {
      return raw.substring(from, to);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    int at = from;
    while (at < to) {
      char c = raw.charAt(at);
      if (c == '%') {
        int high = at + 2 < to ? hex(raw.charAt(at + 1)) : -1;
        int low = at + 2 < to ? hex(raw.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
          throw unreadable(name);
        }
        bytes.write(high * 16 + low);
        at += 3;
      } else {
        bytes.writeBytes((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
        at++;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw unreadable(name);
    }
  }

  /** Unlike {@link Character#digit}, of ASCII only. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      if (c == '%' || c == '+' || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static RequestRefused unreadable(String name) {
    return new RequestRefused(
        400,
        "The query parameter "
            + name
            + " is not percent-encoded UTF-8. Write %25 for a percent sign.");
  }
}
