package dev.amserr.discord.render;

import java.net.URI;

/**
 * What Discord takes in a message, in code points where it counts characters (Discord's reference,
 * "Message Resource" and "Component Reference").
 */
final class Limits {

  static final int CONTENT = 2_000;
  static final int EMBEDS = 10;

  /** All titles, descriptions, fields, footers and authors of a message together. */
  static final int ALL_EMBEDS = 6_000;

  static final int TITLE = 256;
  static final int DESCRIPTION = 4_096;
  static final int FIELDS = 25;
  static final int FIELD_NAME = 256;
  static final int FIELD_VALUE = 1_024;
  static final int IMAGE_DESCRIPTION = 1_024;
  static final int FILES = 10;
  static final int ROWS = 5;
  static final int BUTTONS_IN_A_ROW = 5;

  private static final int URL = 2_000;

  private Limits() {}

  /** Whether Discord takes a URL for a title or a picture: not one of a host without a dot. */
  static boolean isTaken(URI url) {
    String host = url.getHost();
    return host != null && host.contains(".") && url.toASCIIString().length() <= URL;
  }

  /** The length as Discord counts it. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
