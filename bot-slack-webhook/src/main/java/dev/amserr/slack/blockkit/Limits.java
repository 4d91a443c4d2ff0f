package dev.amserr.slack.blockkit;

/**
 * What Slack takes. Texts are measured as they are sent, with their escapes, in UTF-16 units: never
 * less than what Slack counts.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Slack's reference of blocks</a>
 */
final class Limits {

  static final int BLOCKS = 50;
  static final int SECTION_TEXT = 3_000;
  static final int SECTION_FIELDS = 10;
  static final int FIELD_TEXT = 2_000;
  static final int HEADER_TEXT = 150;
  static final int ALT_TEXT = 2_000;
  static final int IMAGE_URL = 3_000;
  static final int ACTIONS = 25;
  static final int BUTTON_TEXT = 75;
  static final int OPTION_TEXT = 75;

  /** All texts of a message together: above about so many Slack refuses it. */
  static final int MESSAGE = 12_000;

  /** The text beside the blocks, for notifications and screen readers. */
  static final int FALLBACK = 1_500;

  private Limits() {}
}
