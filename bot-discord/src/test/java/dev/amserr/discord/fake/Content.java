package dev.amserr.discord.fake;

import java.nio.charset.StandardCharsets;

/** Bytes that somebody sent. */
public final class Content {

  static final Content NONE = new Content(new byte[0]);

  private final byte[] bytes;

  Content(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  int length() {
    return bytes.length;
  }

  /** Each byte as the character of its number. */
  String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
