package dev.amserr.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text before it is echoed, logged or stored.
 *
 * <p>What a URL carries after {@code ?} goes as a whole, user and password in a URL too; a value
 * behind a word such as {@code token=} or {@code Bearer} goes as far as the next blank or quote.
 */
public final class Redaction {

  private static final Pattern URL =
      Pattern.compile(
          "(?i)(\\b[a-z][a-z0-9+.-]{1,15}://)([^\\s/?#@<>\"]{1,256}@)?([^\\s?#<>\"]*)([?#][^\\s<>\"]*)?");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(?=[akpst])(access_?token|token|api_?key|apikey|secret|password|passwd|pwd|sig|signature|sas)"
              + "(\"?\\s{0,3}[=:]\\s{0,3}\"?)([^\\s\"'&,;<>]{1,4096})");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s{1,3}([a-z0-9._~+/=-]{8,4096})");

  private Redaction() {}

  /** The text without what looks like a secret; what was taken out stands as {@code ***}. */
  public static String redact(String text) {
    String result = text;
    if (text.indexOf("://") >= 0) {
      result =
          URL.matcher(result)
              .replaceAll(
                  m ->
                      Matcher.quoteReplacement(
                          m.group(1)
                              + (m.group(2) == null ? "" : "***@")
                              + m.group(3)
                              + (m.group(4) == null ? "" : m.group(4).charAt(0) + "***")));
    }
    if (result.indexOf('=') >= 0 || result.indexOf(':') >= 0) {
      result = SECRET.matcher(result).replaceAll("$1$2***");
    }
    return hasSchemeOfCredentials(result) ? BEARER.matcher(result).replaceAll("$1 ***") : result;
  }

  /** Whether the text may have one: much quicker to find than the whole. */
  private static boolean hasSchemeOfCredentials(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == 'b' || c == 'B')
          && (text.regionMatches(true, i, "bearer", 0, 6)
              || text.regionMatches(true, i, "basic", 0, 5))) {
        return true;
      }
    }
    return false;
  }
}
