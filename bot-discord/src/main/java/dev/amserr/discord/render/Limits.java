package dev.amserr.discord.render;

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
  static final int URL = 2_000;
  static final int FILES = 10;
  static final int ROWS = 5;
  static final int BUTTONS_IN_A_ROW = 5;

  private Limits() {}

  /** The length as Discord counts it. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
