package dev.amserr.errorcode;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table of a catalog file: one code a line, cells parted by bars. Thousands of constants
 * of which little more than the name is known stay readable so, and are read quickly.
 */
final class TableReader {

  private static final List<String> COLUMNS = List.of("value", "name", "category", "meaning");

  private final ErrorSystem system;
  private final String confidence;
  private final boolean team;
  private final Problems problems;

  TableReader(ErrorSystem system, String confidence, boolean team, Problems problems) {
    this.system = system;
    this.confidence = confidence;
    this.team = team;
    this.problems = problems;
  }

  /** Reads {@code table} by {@code columns}, where there is one, into {@code entries}. */
  void read(Section top, List<CatalogEntry> entries) {
    Optional<Value> table = top.value("table");
    List<Value> header = top.values("columns");
    if (table.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>();
    for (Value column : header) {
      if (!COLUMNS.contains(column.text())) {
        column.reject("one of " + String.join(", ", COLUMNS));
      }
      columns.add(column.text());
    }
    if (!columns.contains("value") || !columns.contains("name")) {
      top.missing("columns", "the columns of the table, value and name among them");
      return;
    }
    Position start = table.get().position();
    int line = start.line();
    for (String row : table.get().text().split("\n", -1)) {
      line++;
      if (!row.isBlank()) {
        row(row, columns, new Position(start.file(), line, 1)).ifPresent(entries::add);
      }
    }
  }

  private Optional<CatalogEntry> row(String row, List<String> columns, Position at) {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    int from = 0;
    for (int i = 0; i < cells.length && from <= row.length(); i++) {
      int bar = row.indexOf('|', from);
      int end = bar < 0 ? row.length() : bar;
      cells[i] = row.substring(from, end).strip();
      from = end + 1;
    }
    if (from <= row.length()) {
      problems.add(at, "table", "more cells than columns", columns.size() + " cells");
      return Optional.empty();
    }
    Optional<Long> value =
        NumberSpace.parse(cell(cells, columns, "value")).filter(system.numbers()::contains);
    String name = cell(cells, columns, "name");
    if (value.isEmpty() || name.isEmpty()) {
      problems.add(
          at,
          "table",
          Problems.quote(row.strip()),
          "a row with a name and, as value, " + system.numbers().description());
      return Optional.empty();
    }
    return Optional.of(
        new CatalogEntry(
            system,
            name,
            value.get(),
            system.numbers(),
            List.of(),
            cell(cells, columns, "category").intern(),
            0,
            Explanation.meaning(cell(cells, columns, "meaning")),
            List.of(),
            List.of(),
            system.owner(),
            system.source(),
            confidence,
            team));
  }

  private static String cell(String[] cells, List<String> columns, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : cells[index];
  }
}
