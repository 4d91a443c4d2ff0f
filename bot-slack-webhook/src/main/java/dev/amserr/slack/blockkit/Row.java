package dev.amserr.slack.blockkit;

import com.slack.api.model.block.LayoutBlock;
import java.util.function.Function;

/** What a reply is laid out in before it is cut to what Slack takes. */
sealed interface Row {

  /** How many lines a reader misses without it. */
  int lines();

  /**
   * Text of a section, escaped.
   *
   * @param opens whether it opens a section rather than going on with the one before
   */
  record Line(String text, Form form, boolean opens, int lines) implements Row {}

  /** A block of its own, with the length of all its texts. */
  record Block(LayoutBlock block, int length, int lines) implements Row {}

  /** How Slack reads a text. */
  enum Form {
    /** Nothing in it is markup. */
    PLAIN,
    /** With markup. */
    MRKDWN,
    /** Monospace, within a fence. */
    CODE;

    private static final String FENCE = "```";

    /** How long a section of one line is. */
    int length(String line) {
      return line.length() + (this == CODE ? 2 * (FENCE.length() + 1) : 0);
    }

    /** The text of a section with these lines. */
    String section(String lines) {
      return this == CODE ? FENCE + "\n" + lines + "\n" + FENCE : lines;
    }

    /** Whether a text can be shown within a fence. */
    static boolean canFence(String text) {
      return !text.contains(FENCE);
    }
  }

  /** One function per case. */
  default <T> T fold(Function<Line, T> line, Function<Block, T> block) {
    return this instanceof Line l ? line.apply(l) : block.apply((Block) this);
  }
}
