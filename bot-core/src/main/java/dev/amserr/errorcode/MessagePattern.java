package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message of a service in which numbers vary: {@code "More than {requests} requests per second"}.
 *
 * <p>Matches anywhere in a text, in linear time, whatever the case of the letters.
 */
final class MessagePattern {

  private static final int LONGEST_NUMBER = 18;

  private final List<String> literals;
  private final List<String> names;

  private MessagePattern(List<String> literals, List<String> names) {
    this.literals = List.copyOf(literals);
    this.names = List.copyOf(names);
  }

  /** Empty if the template does not begin with text or has a brace that is not closed. */
  static Optional<MessagePattern> of(String template) {
    List<String> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < open + 2) {
        return Optional.empty();
      }
      literals.add(template.substring(from, open));
      names.add(template.substring(open + 1, close));
      from = close + 1;
    }
    literals.add(template.substring(from));
    return literals.get(0).isBlank()
        ? Optional.empty()
        : Optional.of(new MessagePattern(literals, names));
  }

  /**
   * A place where the pattern stands.
   *
   * @param captures the numbers by name, in the order of the template
   */
  record Found(int start, int end, Map<String, String> captures) {}

  /** The first place at or after {@code from} where the text says this. */
  Optional<Found> find(String text, int from) {
    String head = literals.get(0);
    for (int start = from; start + head.length() <= text.length(); start++) {
      start = indexOf(text, head, start);
      if (start < 0) {
        return Optional.empty();
      }
      Optional<Found> found = matchAt(text, start);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> matchAt(String text, int start) {
    int at = start + literals.get(0).length();
    Map<String, String> captures = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      int digits = at;
      while (digits < text.length()
          && digits - at <= LONGEST_NUMBER
          && isAsciiDigit(text.charAt(digits))) {
        digits++;
      }
      String literal = literals.get(i + 1);
      if (digits == at || !text.regionMatches(true, digits, literal, 0, literal.length())) {
        return Optional.empty();
      }
      captures.put(names.get(i), text.substring(at, digits));
      at = digits + literal.length();
    }
    return Optional.of(new Found(start, at, captures));
  }

  private static int indexOf(String text, String wanted, int from) {
    char lower = Character.toLowerCase(wanted.charAt(0));
    char upper = Character.toUpperCase(wanted.charAt(0));
    int last = text.length() - wanted.length();
    for (int i = from; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, wanted, 0, wanted.length())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
