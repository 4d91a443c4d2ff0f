package dev.amserr.slack.blockkit;

import dev.amserr.command.reply.Overflow;
import java.util.ArrayList;
import java.util.List;

/** Data as Slack wants it: {@code & < >} escaped and nothing else. */
final class Escaped {

  private Escaped() {}

  static String of(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * As much of a text as stays within a number of characters once it is escaped; what is missing is
   * counted.
   */
  static String within(String raw, int most) {
    String whole = of(raw);
    if (whole.length() <= most) {
      return whole;
    }
    int fits = 1;
    int tooMany = most + 1;
    while (fits + 1 < tooMany) {
      int middle = (fits + tooMany) / 2;
      if (of(Overflow.text(raw, middle)).length() <= most) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return of(Overflow.text(raw, fits));
  }

  /** The whole text in pieces, each within a number of characters once it is escaped. */
  static List<String> pieces(String raw, int most) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    raw.codePoints()
        .mapToObj(c -> of(Character.toString(c)))
        .forEach(
            c -> {
              if (piece.length() + c.length() > most) {
                pieces.add(piece.toString());
                piece.setLength(0);
              }
              piece.append(c);
            });
    pieces.add(piece.toString());
    return pieces;
  }
}
