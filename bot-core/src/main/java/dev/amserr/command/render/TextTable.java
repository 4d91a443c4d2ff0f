package dev.amserr.command.render;

import dev.amserr.command.reply.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in monospace, aligned by display width. Where it would be too wide, its widest columns
 * become narrower and their cells go over several lines; nothing is cut.
 *
 * @param header the names of the columns and the line under them
 * @param rows one text for each row, of one or more lines, without a line break at its end
 */
public record TextTable(String header, List<String> rows) {

  private static final int NARROWEST = 6;
  private static final String BETWEEN = "  ";

  public TextTable {
    rows = List.copyOf(rows);
  }

  /**
   * Lays a table out.
   *
   * @param widest the columns it may take; kept unless that made a column narrower than 6
   */
  public static TextTable of(Part.Table table, PlainPhrases phrases, int widest) {
    List<String> headers =
        table.columns().stream().map(column -> SafeText.line(column.header())).toList();
    List<List<String>> rows = table.rows().stream().map(phrases::lines).toList();
    int[] widths = widths(headers, rows, widest);
    List<String> texts = rows.stream().map(row -> row(row, table.columns(), widths)).toList();
    return new TextTable(row(headers, table.columns(), widths) + "\n" + rule(widths), texts);
  }

  private static int[] widths(List<String> headers, List<List<String>> rows, int widest) {
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(1, DisplayWidth.of(headers.get(i)));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
      }
    }
    int total = BETWEEN.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    for (int excess = total - widest; excess > 0; excess--) {
      int most = 0;
      for (int i = 1; i < widths.length; i++) {
        most = widths[i] > widths[most] ? i : most;
      }
      if (widths[most] <= NARROWEST) {
        break;
      }
      widths[most]--;
    }
    return widths;
  }

  private static String row(List<String> cells, List<Part.Column> columns, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> lines = Wrapping.anywhere(cells.get(i), widths[i]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = y < wrapped.get(i).size() ? wrapped.get(i).get(y) : "";
        String padding = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
        boolean right = columns.get(i).alignment() == Part.Column.Alignment.RIGHT;
        line.append(i == 0 ? "" : BETWEEN).append(right ? padding + cell : cell + padding);
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  private static String rule(int[] widths) {
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    return String.join(BETWEEN, rules);
  }
}
