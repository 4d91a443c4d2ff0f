package dev.amserr.errorcode;

/**
 * A catalog file's text without the lines of its table, and the table.
 *
 * <p>YAML readers take a text character by character, which makes two thirds of the time in which
 * the shipped catalogs are read. A table is plain lines, so it need not be read as YAML.
 *
 * @param rest the file's text with empty lines in the table's place, so that what follows keeps its
 *     line numbers
 * @param table the table's lines, each with its indentation
 * @param line where {@code table:} stands, from 1; 0 where there is no table
 */
record TableBlock(String rest, String table, int line) {

  private static final String HEAD = "\ntable: |\n";

  /** Takes the table out, where it is a literal block at the top level. */
  static TableBlock of(String text) {
    int head = text.indexOf(HEAD);
    if (head < 0) {
      return new TableBlock(text, "", 0);
    }
    int start = head + HEAD.length();
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\n')) {
      int next = text.indexOf('\n', end);
      end = next < 0 ? text.length() : next + 1;
    }
    String table = text.substring(start, end);
    int rows = (int) table.lines().count();
    int line = (int) text.substring(0, head + 1).lines().count() + 1;
    String rest = text.substring(0, head + 1) + "\n".repeat(rows + 1) + text.substring(end);
    return new TableBlock(rest, table, line);
  }

  boolean isEmpty() {
    return line == 0;
  }
}
