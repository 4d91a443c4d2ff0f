package dev.amserr.command.render;

import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Replies as plain text: mail, fallback texts, the readable form of every post. */
public final class PlainTextRenderer {

  private final int most;

  private PlainTextRenderer(int most) {
    this.most = most;
  }

  /** Everything, however long. */
  public static PlainTextRenderer unlimited() {
    return new PlainTextRenderer(Integer.MAX_VALUE);
  }

  /**
   * At most so many code points; lines that do not fit are counted.
   *
   * @param codePoints at least 100
   */
  public static PlainTextRenderer within(int codePoints) {
    if (codePoints < 100) {
      throw new IllegalArgumentException("Less than 100 characters say nothing: " + codePoints);
    }
    return new PlainTextRenderer(codePoints);
  }

  /** The reply, without a line break at its end. */
  public String render(Reply reply, ReaderTime time) {
    List<String> lines = new TextLayout(Ink.NONE, Integer.MAX_VALUE, time).lines(reply);
    String whole = String.join("\n", lines);
    if (length(whole) <= most) {
      return whole;
    }
    Overflow.Cut<String> cut =
        Overflow.cut(
            lines,
            0,
            Integer.MAX_VALUE,
            most,
            line -> length(line) + 1,
            note -> length(note) + " lines".length());
    if (cut.shown().isEmpty()) {
      return Overflow.text(whole, most);
    }
    List<String> shown = new ArrayList<>(cut.shown());
    shown.add(cut.note() + (cut.more() == 1 ? " line" : " lines"));
    return String.join("\n", shown);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
