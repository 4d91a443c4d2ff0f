package dev.amserr.errorcode;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalog file; docs/catalogs.md describes the format.
 *
 * <p>Strict: what it does not know is a {@link dev.amserr.yaml.Problem}. A file with problems may
 * still give a catalog of what was right in it; callers decide by the problems.
 */
final class CatalogReader {

  private static final int LEAST_RANK = -1_000_000;
  private static final List<String> COLUMNS = List.of("value", "name", "category", "meaning");

  private final Problems problems;
  private final boolean team;

  /**
   * @param team whether the files are a team's own
   */
  CatalogReader(Problems problems, boolean team) {
    this.problems = problems;
    this.team = team;
  }

  /** Reads one file; empty if it is not a catalog at all. */
  Optional<Catalog> read(String file, String text) {
    Optional<Section> read = Section.read(file, text, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Section top = read.get();
    Optional<ErrorSystem> system = system(top);
    if (system.isEmpty()) {
      return Optional.empty();
    }
    Defaults defaults = new Defaults(system.get(), top.text("confidence", "documented"));
    List<CatalogEntry> entries = new ArrayList<>();
    for (Section code : top.sections("codes")) {
      entry(code, defaults).ifPresent(entries::add);
    }
    table(top, defaults, entries);
    BitLayout layout = top.section("layout").flatMap(s -> layout(s, defaults)).orElse(null);
    if (layout == null && system.get().numbers() == NumberSpace.BITS) {
      top.missing("layout", "the fields of the values, since numbers is bits");
      return Optional.empty();
    }
    top.rejectOthers();
    if (entries.isEmpty()) {
      top.reject("no codes", "codes or a table");
    }
    return Optional.of(new Catalog(system.get(), entries, layout));
  }

  /** What a code has where it does not say otherwise. */
  private record Defaults(ErrorSystem system, String confidence) {}

  private Optional<ErrorSystem> system(Section top) {
    Optional<String> id =
        top.required("id", "the id of the system")
            .flatMap(
                v ->
                    v.as(
                        t ->
                            t.matches("[a-z0-9][a-z0-9.-]{0,47}")
                                ? Optional.of(t)
                                : Optional.empty(),
                        "lower-case letters, digits, dots and dashes"));
    Optional<Value> title = top.required("title", "a title for people");
    NumberSpace numbers =
        top.value("numbers")
            .flatMap(v -> v.as(NumberSpace::byKey, "hresult, integer, http-status, bits or none"))
            .orElse(NumberSpace.INTEGER);
    int rank = top.value("rank").flatMap(v -> v.integer(1, 999_999)).orElse(500);
    boolean pinnedOnly = top.value("pinnedOnly").flatMap(Value::flag).orElse(false);
    Optional<Source> source = top.section("source").flatMap(this::source);
    for (Section further : top.sections("sources")) {
      source(further);
    }
    String file = top.position().file();
    List<String> aliases = top.texts("aliases");
    String owner = top.value("owner").map(Value::text).orElse(null);
    if (id.isEmpty() || title.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ErrorSystem(
            id.get(),
            title.get().text(),
            aliases,
            team ? LEAST_RANK + rank : rank,
            owner,
            numbers,
            pinnedOnly,
            source.orElseGet(() -> new Source(file, ""))));
  }

  private Optional<Source> source(Section section) {
    Optional<Value> title = section.required("title", "the title of the source");
    String url = section.text("url", "");
    section.value("date");
    section.rejectOthers();
    return title.map(t -> new Source(t.text(), url));
  }

  private Optional<CatalogEntry> entry(Section code, Defaults defaults) {
    ErrorSystem system = defaults.system();
    NumberSpace numbers =
        code.value("numbers")
            .flatMap(v -> v.as(NumberSpace::byKey, "hresult, integer, http-status, bits or none"))
            .orElse(system.numbers());
    Optional<Long> value =
        code.value("value").flatMap(v -> v.as(CatalogReader::number, "a number, 0x… for hex"));
    @Nullable String name = code.value("name").map(Value::text).orElse(null);
    int http = code.value("http").flatMap(v -> v.integer(100, 599)).orElse(0);
    if (numbers == NumberSpace.HTTP_STATUS && value.isPresent()) {
      http = value.get().intValue();
    }
    Explanation explanation = explanation(code);
    List<MessagePattern> patterns = patterns(code);
    List<String> aliases = code.texts("aliases");
    List<String> related = code.texts("related");
    String category = code.text("category", "");
    @Nullable String owner = code.value("owner").map(Value::text).orElse(system.owner());
    Source source = code.section("source").flatMap(this::source).orElse(system.source());
    String confidence = code.text("confidence", defaults.confidence());
    code.rejectOthers();
    if (name == null && value.isEmpty()) {
      code.missing("name", "a name, a value or both");
      return Optional.empty();
    }
    return Optional.of(
        new CatalogEntry(
            system,
            name,
            value.orElse(CatalogEntry.NO_VALUE),
            numbers,
            aliases,
            category,
            http,
            explanation,
            patterns,
            related,
            owner,
            source,
            confidence,
            team));
  }

  private static Explanation explanation(Section code) {
    return new Explanation(
        code.value("message").map(Value::text).orElse(null),
        code.value("userMessage").map(Value::text).orElse(null),
        code.value("meaning").map(Value::text).orElse(null),
        code.texts("causes"),
        code.texts("actions"),
        code.value("retry")
            .flatMap(v -> v.as(Retry::byKey, "no, yes, backoff or unknown"))
            .orElse(Retry.UNKNOWN));
  }

  private static List<MessagePattern> patterns(Section code) {
    List<MessagePattern> patterns = new ArrayList<>();
    for (Value value : code.values("patterns")) {
      try {
        patterns.add(new MessagePattern(value.text()));
      } catch (IllegalArgumentException e) {
        value.reject("a message with {names} for its numbers, beginning with text");
      }
    }
    return patterns;
  }

  private void table(Section top, Defaults defaults, List<CatalogEntry> entries) {
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
    String[] rows = table.get().text().split("\n", -1);
    for (int i = 0; i < rows.length; i++) {
      if (!rows[i].isBlank()) {
        Position at = new Position(start.file(), start.line() + 1 + i, 1);
        row(rows[i], columns, at, defaults).ifPresent(entries::add);
      }
    }
  }

  private Optional<CatalogEntry> row(
      String row, List<String> columns, Position at, Defaults defaults) {
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
    Optional<Long> value = number(cell(cells, columns, "value"));
    String name = cell(cells, columns, "name");
    if (value.isEmpty() || name.isEmpty()) {
      problems.add(at, "table", Problems.quote(row), "a row with a value and a name");
      return Optional.empty();
    }
    ErrorSystem system = defaults.system();
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
            defaults.confidence(),
            team));
  }

  private static String cell(String[] cells, List<String> columns, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : cells[index];
  }

  private Optional<BitLayout> layout(Section section, Defaults defaults) {
    Section values = section.sectionOrEmpty("values");
    List<BitLayout.Field> fields = new ArrayList<>();
    for (Section field : section.sections("fields")) {
      String name = field.required("name", "the name of the field").map(Value::text).orElse("");
      int[] bits =
          field
              .required("bits", "the bits, such as 27-20")
              .flatMap(v -> v.as(CatalogReader::bits, "the bits, such as 27-20"))
              .orElse(new int[] {31, 0});
      boolean identity = field.value("identity").flatMap(Value::flag).orElse(true);
      field.rejectOthers();
      List<CatalogEntry> named = new ArrayList<>();
      for (Section value : values.sections(name)) {
        entry(value, defaults).map(e -> shifted(e, bits[1])).ifPresent(named::add);
      }
      fields.add(new BitLayout.Field(name, bits[0], bits[1], identity, named));
    }
    values.rejectOthers();
    BitLayout.HttpStatusField http =
        section.section("httpStatus").flatMap(this::httpStatus).orElse(null);
    section.rejectOthers();
    try {
      return Optional.of(new BitLayout(fields, http));
    } catch (IllegalArgumentException e) {
      section.reject(String.valueOf(e.getMessage()), "fields from bit 31 down to bit 0");
      return Optional.empty();
    }
  }

  private Optional<BitLayout.HttpStatusField> httpStatus(Section section) {
    String field = section.text("field", "");
    Optional<Long> category =
        section
            .required("category", "the category of HTTP errors")
            .flatMap(v -> v.as(CatalogReader::number, "a number, 0x… for hex"));
    int from = section.value("from").flatMap(v -> v.integer(100, 599)).orElse(400);
    int to = section.value("to").flatMap(v -> v.integer(100, 599)).orElse(599);
    section.rejectOthers();
    return category.map(c -> new BitLayout.HttpStatusField(field, c, from, to));
  }

  private static CatalogEntry shifted(CatalogEntry e, int low) {
    return new CatalogEntry(
        e.system(),
        e.name(),
        e.value() << low,
        e.numbers(),
        e.aliases(),
        e.category(),
        e.httpStatus(),
        e.explanation(),
        e.patterns(),
        e.related(),
        e.owner(),
        e.source(),
        e.confidence(),
        e.team());
  }

  private static Optional<int[]> bits(String text) {
    String[] parts = text.split("-", -1);
    Optional<Long> high = number(parts[0].strip());
    Optional<Long> low = number(parts[parts.length - 1].strip());
    if (parts.length > 2 || high.isEmpty() || low.isEmpty()) {
      return Optional.empty();
    }
    return high.get() > 31 || low.get() > high.get()
        ? Optional.empty()
        : Optional.of(new int[] {high.get().intValue(), low.get().intValue()});
  }

  /** A number as catalogs write it: decimal, also negative, or hex with {@code 0x}. */
  private static Optional<Long> number(String text) {
    try {
      boolean hex = text.startsWith("0x") || text.startsWith("0X");
      return Optional.of(hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
