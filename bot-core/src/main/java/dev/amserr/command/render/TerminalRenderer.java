package dev.amserr.command.render;

import dev.amserr.command.reply.Reply;

/**
 * Replies for a terminal: wrapped to its width between words, in its colours if it has any. Buttons
 * are not shown: nobody could press them.
 */
public final class TerminalRenderer {

  private static final int NARROWEST = 40;

  private final Ink ink;
  private final int width;

  private TerminalRenderer(Ink ink, int width) {
    this.ink = ink;
    this.width = Math.max(NARROWEST, width);
  }

  /** For a terminal with ANSI colours. */
  public static TerminalRenderer coloured(int width) {
    return new TerminalRenderer(Ink.ANSI, width);
  }

  /** For a terminal without colours, or a pipe. */
  public static TerminalRenderer monochrome(int width) {
    return new TerminalRenderer(Ink.NONE, width);
  }

  /** The reply, each line ended by a line break. */
  public String render(Reply reply, ReaderTime time) {
    return String.join("\n", new TextLayout(ink, width, time).lines(reply)) + "\n";
  }
}
