package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what may be a code in a text, in one pass and linear time.
 *
 * <p>Leaves out what only looks like one: parts of addresses, paths, GUIDs, timestamps, ports,
 * versions, and numbers inside words. Whether a find is a code is for the {@link Decoder} to say.
 */
final class CodeScanner {

  /** Beyond this length plain decimals need a cue, since nobody asks with that much text. */
  static final int SHORT_TEXT = 2_000;

  private static final int LONGEST_NAME = 128;
  private static final int GUID_LENGTH = 36;
  private static final int WIDEST_GAP = 6;

  private final String text;
  private final NumberLexer lexer;
  private final List<Mention> mentions = new ArrayList<>();
  private int at;
  private int lastWordStart = -1;
  private int lastWordEnd = -1;
  private boolean httpLine;
  private int otherWords;

  private CodeScanner(String foldedText) {
    this.text = foldedText;
    this.lexer = new NumberLexer(foldedText);
  }

  /**
   * The finds in order of the text.
   *
   * @param foldedText text as {@link FoldedText} makes it
   */
  static List<Mention> scan(String foldedText) {
    CodeScanner scanner = new CodeScanner(foldedText);
    scanner.run();
    return scanner.otherWords == 0 && foldedText.length() <= SHORT_TEXT
        ? alone(scanner.mentions)
        : scanner.mentions;
  }

  private static List<Mention> alone(List<Mention> mentions) {
    return mentions.stream()
        .map(
            mention ->
                mention.<Mention>fold(
                    numeric -> numeric.withCue(Mention.Cue.ALONE),
                    named -> named,
                    wildcard -> wildcard))
        .toList();
  }

  private void run() {
    int length = text.length();
    while (at < length) {
      char c = text.charAt(at);
      if (NumberLexer.isWord(c)) {
        word();
      } else if (c == '\n') {
        httpLine = false;
        lastWordEnd = -1;
        at++;
      } else if ((c == '-' || c == '+') && NumberLexer.isDigit(charAt(at + 1)) && startsHere()) {
        number(at, wordEnd(at + 1));
      } else if (c == '&' && (charAt(at + 1) == 'H' || charAt(at + 1) == 'h')) {
        number(at, wordEnd(at + 1));
      } else if (c == '/' && startsHere() && NumberLexer.isWord(charAt(at + 1))) {
        httpLine = true;
        at = addressEnd(at);
      } else {
        httpLine |= c == '>' && charAt(at - 1) == '-';
        at++;
      }
    }
  }

  private void word() {
    int end = wordEnd(at);
    char first = text.charAt(at);
    if (charAt(end) == ':' && charAt(end + 1) == '/' && charAt(end + 2) == '/') {
      httpLine = true;
      at = addressEnd(end);
    } else if (isGuid(at)) {
      at += GUID_LENGTH;
    } else if (wildcard(at)) {
      return;
    } else if (NumberLexer.isHex(first) || first == 'O' || first == 'o') {
      number(at, end);
    } else {
      name(at, end);
    }
  }

  private void number(int start, int end) {
    Mention.Numeric found = lexer.read(start, end);
    boolean refused =
        found == null
            || (found.mark() != Mention.Mark.HEX
                && (gluedBefore(start) || gluedAfter(found.end())));
    if (refused || found == null) {
      if (NumberLexer.isWord(text.charAt(start))) {
        name(start, end);
      } else {
        at = start + 1;
      }
      return;
    }
    Mention.Cue cue = cue(start, found);
    boolean plain = found.mark() == Mention.Mark.DIGITS && found.number().digits() < 8;
    if (cue != Mention.Cue.NONE || !plain || text.length() <= SHORT_TEXT) {
      mentions.add(found.withCue(cue));
    }
    at = found.end();
  }

  private void name(int start, int end) {
    boolean assigned = ":=\"'>".indexOf(charAt(start - 1)) >= 0 || charAt(start - 2) == ':';
    if (end - start <= LONGEST_NAME
        && (Names.looksLikeName(text, start, end) || (assigned && isKeyed(start)))) {
      mentions.add(new Mention.Named(start, end));
    }
    otherWords++;
    lastWordStart = start;
    lastWordEnd = end;
    httpLine = httpLine || Cues.isHttpWord(text, start, end);
    at = end;
  }

  private Mention.Cue cue(int start, Mention.Numeric found) {
    if (isKeyed(start)) {
      return Mention.Cue.KEYED;
    }
    if (found.isErrorStatus() && (httpLine || firstOfText(start) || lastOfLine(found.end()))) {
      return Mention.Cue.HTTP;
    }
    return Mention.Cue.NONE;
  }

  /** Whether a word such as {@code code} stands before, with at most separators between. */
  private boolean isKeyed(int start) {
    return lastWordEnd >= 0
        && start - lastWordEnd <= WIDEST_GAP
        && onlySeparators(lastWordEnd, start)
        && Cues.isErrorKey(text.substring(lastWordStart, lastWordEnd));
  }

  private boolean onlySeparators(int from, int to) {
    for (int i = from; i < to; i++) {
      if (" \t:=\"'`>#([,".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean firstOfText(int start) {
    return lastWordEnd < 0 && mentions.isEmpty() && text.substring(0, start).isBlank();
  }

  private boolean lastOfLine(int end) {
    int i = end;
    while (i < text.length() && " \t.!?)\"'`;,".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
  }

  /** Whether what stands before makes digits part of something else: a date, a port, a path. */
  private boolean gluedBefore(int start) {
    char before = charAt(start - 1);
    char beforeThat = charAt(start - 2);
    return switch (before) {
      case '.', '/', '\\', '@', '$', '~', '^' -> true;
      case ':' -> NumberLexer.isDigit(beforeThat);
      case '-' -> NumberLexer.isWord(beforeThat);
      case '#' -> NumberLexer.isWord(beforeThat);
      default -> false;
    };
  }

  /** Whether what follows makes digits part of something else: a date, a fraction, a unit. */
  private boolean gluedAfter(int end) {
    char after = charAt(end);
    char afterThat = charAt(end + 1);
    return switch (after) {
      case '%', '@' -> true;
      case '.', ':' -> NumberLexer.isDigit(afterThat);
      case '-', '/', '\\' -> NumberLexer.isWord(afterThat);
      default -> false;
    };
  }

  /** Eight hex digits with {@code ?} among them, after {@code 0x}. */
  private boolean wildcard(int start) {
    if (charAt(start) != '0' || (charAt(start + 1) != 'x' && charAt(start + 1) != 'X')) {
      return false;
    }
    long value = 0;
    long mask = 0;
    boolean any = false;
    for (int i = start + 2; i < start + 10; i++) {
      char c = charAt(i);
      if (c != '?' && !NumberLexer.isHex(c)) {
        return false;
      }
      any |= c == '?';
      value = value << 4 | (c == '?' ? 0 : Character.digit(c, 16));
      mask = mask << 4 | (c == '?' ? 0 : 0xF);
    }
    if (!any || NumberLexer.isWord(charAt(start + 10))) {
      return false;
    }
    mentions.add(new Mention.Wildcard(start, start + 10, value, mask));
    at = start + 10;
    return true;
  }

  private boolean isGuid(int start) {
    if (charAt(start + 8) != '-' || charAt(start + 13) != '-') {
      return false;
    }
    for (int i = 0; i < GUID_LENGTH; i++) {
      char c = charAt(start + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !NumberLexer.isHex(c)) {
        return false;
      }
    }
    return !NumberLexer.isWord(charAt(start + GUID_LENGTH));
  }

  private boolean startsHere() {
    char before = charAt(at - 1);
    boolean free = !NumberLexer.isWord(before) && ".-+/<\\:@".indexOf(before) < 0;
    return free || isKeyColon(at - 1);
  }

  private boolean isKeyColon(int index) {
    return charAt(index) == ':' && !NumberLexer.isDigit(charAt(index - 1));
  }

  private int addressEnd(int from) {
    int end = from;
    while (end < text.length() && " \t\r\n\"<>`".indexOf(text.charAt(end)) < 0) {
      if (text.charAt(end) == ',' && isStatusBetweenCommas(end + 1)) {
        break;
      }
      end++;
    }
    otherWords++;
    return end;
  }

  /** Whether a status follows an address as in {@code (https://host/path,404,…)}. */
  private boolean isStatusBetweenCommas(int start) {
    return (charAt(start) == '4' || charAt(start) == '5')
        && NumberLexer.isDigit(charAt(start + 1))
        && NumberLexer.isDigit(charAt(start + 2))
        && ",)]".indexOf(charAt(start + 3)) >= 0;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && NumberLexer.isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private char charAt(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }
}
