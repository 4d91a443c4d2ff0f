package dev.amserr.discord.render;

import dev.amserr.command.reply.Overflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Markup as pieces that can't be divided, such as an escaped character or a link. */
record MarkedText(List<Piece> pieces) implements Block {

  /** A note about the missing characters is at most this much longer than a shorter count's. */
  private static final int LONGEST_NOTE = 48;

  MarkedText {
    pieces = List.copyOf(pieces);
  }

  /**
   * What stands together.
   *
   * @param characters how many a reader sees
   */
  record Piece(String markup, int characters) {
    int cost() {
      return Limits.length(markup);
    }
  }

  MarkedText then(MarkedText other) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(other.pieces);
    return new MarkedText(all);
  }

  @Override
  public String whole() {
    return first(pieces.size());
  }

  @Override
  public String within(int most) {
    int cost = 0;
    int fitting = 0;
    for (Piece piece : pieces) {
      cost += piece.cost();
      if (cost <= most) {
        fitting++;
      }
    }
    if (fitting == pieces.size()) {
      return whole();
    }
    if (most < 1) {
      return "";
    }
    return shortened(fitting, most);
  }

  private String shortened(int fitting, int most) {
    int missing = pieces.stream().skip(fitting).mapToInt(Piece::characters).sum();
    int room = most - pieces.stream().limit(fitting).mapToInt(Piece::cost).sum();
    int longestStart = -1;
    for (int kept = fitting; kept >= 0 && room <= LONGEST_NOTE; kept--) {
      String note = "… (" + Overflow.note(missing) + " characters)";
      if (kept > 0 && Limits.length(note) <= room) {
        return first(kept) + note;
      }
      if (longestStart < 0 && room >= 1) {
        longestStart = kept;
      }
      if (kept > 0) {
        Piece last = pieces.get(kept - 1);
        missing += last.characters();
        room += last.cost();
      }
    }
    return longestStart < 0 ? "…" : first(longestStart) + "…";
  }

  private String first(int count) {
    return pieces.stream().limit(count).map(Piece::markup).collect(Collectors.joining());
  }
}
