package dev.amserr.oncall;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes that a team owns: {@code amp} (a system), {@code iis-management:MPE_MGMT_*} (names or
 * values of a system), {@code 0x8089*} (names or values of any system). {@code *} stands for any
 * characters; case does not count.
 *
 * @param text as written
 * @param system an id in lower case, or empty for any
 * @param code what a code's name or value must look like, in lower case
 */
public record OwnershipPattern(String text, String system, String code) {

  // What a catalog may be called.
  private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,47}");
  private static final int LONGEST = 200;

  /**
   * Reads a pattern. Text without a colon is a system if it is spelled like one (lower-case
   * letters, digits, hyphens and dots, a letter first), else a code; with a colon a system may
   * begin with a digit, too.
   */
  public static Optional<OwnershipPattern> parse(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return SYSTEM.matcher(text).matches() && !Character.isDigit(text.charAt(0))
          ? Optional.of(new OwnershipPattern(text, text, "*"))
          : Optional.of(new OwnershipPattern(text, "", lower(text)));
    }
    String system = lower(text.substring(0, colon));
    String code = lower(text.substring(colon + 1));
    return SYSTEM.matcher(system).matches() && !code.isEmpty()
        ? Optional.of(new OwnershipPattern(text, system, code))
        : Optional.empty();
  }

  /** How many characters of the code are said literally: the more, the stronger the pattern. */
  public int literals() {
    return (int) code.chars().filter(c -> c != '*').count();
  }

  /** Whether a code is meant, by its name or by its value. */
  public boolean matches(OwnedCode owned) {
    return matchesName(owned) || matchesValue(owned);
  }

  boolean matchesName(OwnedCode owned) {
    return matchesSystem(owned) && !owned.name().isEmpty() && matches(lower(owned.name()));
  }

  boolean matchesValue(OwnedCode owned) {
    return matchesSystem(owned) && matches(lower(owned.value()));
  }

  /** Whether some text could match both patterns, and neither is stronger. */
  boolean tiesWith(OwnershipPattern other) {
    return literals() == other.literals()
        && (system.isEmpty() || other.system.isEmpty() || system.equals(other.system))
        && intersect(code, other.code);
  }

  private boolean matchesSystem(OwnedCode owned) {
    return system.isEmpty() || system.equals(lower(owned.system()));
  }

  private boolean matches(String text) {
    int t = 0;
    int p = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < code.length() && code.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < code.length() && code.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < code.length() && code.charAt(p) == '*') {
      p++;
    }
    return p == code.length();
  }

  /** Whether two patterns have a text in common: reach[j] says so of a[i..] and b[j..]. */
  private static boolean intersect(String a, String b) {
    boolean[] below = new boolean[b.length() + 1];
    for (int i = a.length(); i >= 0; i--) {
      boolean[] reach = new boolean[b.length() + 1];
      for (int j = b.length(); j >= 0; j--) {
        boolean aStar = i < a.length() && a.charAt(i) == '*';
        boolean bStar = j < b.length() && b.charAt(j) == '*';
        if (i == a.length() && j == b.length()) {
          reach[j] = true;
        } else if (aStar) {
          reach[j] = below[j] || (j < b.length() && reach[j + 1]);
        } else if (bStar) {
          reach[j] = reach[j + 1] || (i < a.length() && below[j]);
        } else {
          reach[j] = i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j) && below[j + 1];
        }
      }
      below = reach;
    }
    return below[0];
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
