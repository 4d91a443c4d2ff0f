package dev.amserr.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody who mistyped probably meant. */
public final class NearestNames {

  private NearestNames() {}

  /**
   * The names within reach of {@code typed}, nearest first, at most {@code limit}.
   *
   * <p>Reach is one edit up to 5 characters, two up to 12 and three beyond: more would offer words
   * that merely look alike. Case does not count.
   */
  public static List<String> of(String typed, Collection<String> names, int limit) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int reach = reach(wanted.length());
    record Hit(String name, int distance) {}
    List<Hit> hits = new ArrayList<>();
    for (String name : names) {
      if (Math.abs(name.length() - wanted.length()) <= reach) {
        int distance = distance(wanted, name.toLowerCase(Locale.ROOT), reach);
        if (distance <= reach) {
          hits.add(new Hit(name, distance));
        }
      }
    }
    hits.sort(Comparator.comparingInt(Hit::distance).thenComparing(Hit::name));
    return hits.stream().map(Hit::name).distinct().limit(limit).toList();
  }

  /** How many edits a word of this length may be away and still count as mistyped. */
  public static int reach(int length) {
    if (length <= 5) {
      return 1;
    }
    return length <= 12 ? 2 : 3;
  }

  /**
   * The Damerau–Levenshtein distance (optimal string alignment) of two texts: insertions,
   * deletions, replacements and swaps of neighbours count 1 each.
   *
   * @param reach where to stop counting; anything farther answers {@code reach + 1}
   */
  public static int distance(String a, String b, int reach) {
    int n = a.length();
    int m = b.length();
    if (Math.abs(n - m) > reach) {
      return reach + 1;
    }
    int[] beforeLast = new int[m + 1];
    int[] last = new int[m + 1];
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int best = i;
      char c = a.charAt(i - 1);
      for (int j = 1; j <= m; j++) {
        char d = b.charAt(j - 1);
        int cost = c == d ? 0 : 1;
        int value = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
        if (i > 1 && j > 1 && c == b.charAt(j - 2) && a.charAt(i - 2) == d) {
          value = Math.min(value, beforeLast[j - 2] + 1);
        }
        row[j] = value;
        best = Math.min(best, value);
      }
      if (best > reach) {
        return reach + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[m], reach + 1);
  }
}
