package dev.amserr.command.reply;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * What every renderer does with what does not fit: shows as much as fits from the start and says
 * how much is missing. Nothing is cut silently.
 */
public final class Overflow {

  private Overflow() {}

  /**
   * The beginning of a list.
   *
   * @param shown the items that fit
   * @param more how many do not, with those left out before
   */
  public record Cut<T>(List<T> shown, int more) {

    public Cut {
      shown = List.copyOf(shown);
    }

    /** {@code and 7 more}; empty if nothing is missing. */
    public String note() {
      return Overflow.note(more);
    }
  }

  /** {@code and 7 more}; empty for 0. */
  public static String note(int more) {
    return more == 0 ? "" : String.format(Locale.ROOT, "and %,d more", more);
  }

  /**
   * Cuts a list so that the items and the note about the others stay within a budget.
   *
   * @param alreadyMore how many were left out before
   * @param most the most items, whatever they cost
   * @param budget what the items and the note may cost together
   * @param itemCost what an item costs, separator included; never negative
   * @param noteCost what a note costs, separator included
   */
  public static <T> Cut<T> cut(
      List<T> items,
      int alreadyMore,
      int most,
      int budget,
      ToIntFunction<T> itemCost,
      ToIntFunction<String> noteCost) {
    int fitting = 0;
    long spent = 0;
    for (int count = 0; count <= Math.min(items.size(), most); count++) {
      if (count > 0) {
        spent += itemCost.applyAsInt(items.get(count - 1));
      }
      if (spent > budget) {
        break;
      }
      int more = items.size() - count + alreadyMore;
      if (more == 0 || spent + noteCost.applyAsInt(note(more)) <= budget) {
        fitting = count;
      }
    }
    return new Cut<>(items.subList(0, fitting), items.size() - fitting + alreadyMore);
  }

  /** Cuts a list to a number of items. */
  public static <T> Cut<T> cut(List<T> items, int alreadyMore, int most) {
    return cut(items, alreadyMore, most, Integer.MAX_VALUE, item -> 0, note -> 0);
  }

  /**
   * The text within a number of code points; a longer one ends in {@code … (and 1,234 more
   * characters)}, or in {@code …} alone where there is no room for that. A character made of
   * surrogates stays whole.
   *
   * @param most at least 1
   */
  public static String text(String text, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("No room for a text: " + most);
    }
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    for (int kept = most - 1; kept > 0; kept--) {
      String note = String.format(Locale.ROOT, "… (and %,d more characters)", length - kept);
      if (kept + note.length() <= most) {
        return start(text, kept) + note;
      }
      if (most - kept > 48) {
        break;
      }
    }
    return start(text, most - 1) + "…";
  }

  private static String start(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
