package dev.amserr.errorcode;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Substitute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a catalog file; docs/catalogs.md describes the format.
 *
 * <p>Strict: what it does not know is a {@link dev.amserr.yaml.Problem}. A file with problems may
 * still give a catalog of what was right in it; callers decide by the problems.
 */
final class CatalogReader {

  private final Problems problems;
  private final SystemReader systems;
  private final boolean team;

  private CatalogReader(Problems problems, SystemReader systems, boolean team) {
    this.problems = problems;
    this.systems = systems;
    this.team = team;
  }

  /** For the catalogs that are shipped. */
  static CatalogReader shipped(Problems problems) {
    return new CatalogReader(problems, new SystemReader(Map.of(), false), false);
  }

  /**
   * For a team's own catalogs.
   *
   * @param known the shipped systems by id, which such a file may extend
   */
  static CatalogReader team(Problems problems, Map<String, ErrorSystem> known) {
    return new CatalogReader(problems, new SystemReader(known, true), true);
  }

  /** Reads one file; empty if it is not a catalog at all. */
  Optional<Catalog> read(String file, String text) {
    return Section.read(file, text, problems).flatMap(this::catalog);
  }

  /** The same for a file that is known to be well-formed, several times as quickly. */
  Optional<Catalog> readQuickly(String file, String text) {
    TableBlock block = TableBlock.of(text);
    return block.isEmpty()
        ? read(file, text)
        : Section.read(file, block.rest(), problems)
            .map(
                top ->
                    top.with(
                        "table",
                        new Substitute(block.table(), "the table"),
                        new Position(file, block.line(), 1)))
            .flatMap(this::catalog);
  }

  private Optional<Catalog> catalog(Section top) {
    Optional<ErrorSystem> system = systems.read(top);
    if (system.isEmpty()) {
      return Optional.empty();
    }
    String confidence = top.text("confidence", "documented");
    EntryReader reader = new EntryReader(system.get(), confidence, team);
    List<CatalogEntry> entries = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Section code : top.sections("codes")) {
      Optional<CatalogEntry> entry = reader.read(code);
      entry.ifPresent(entries::add);
      if (entry.isPresent() && !seen.add(identity(entry.get()))) {
        code.reject("a code that stands above already", "each code once");
      }
    }
    new TableReader(system.get(), confidence, team, problems).read(top, entries);
    BitLayout layout =
        top.section("layout").flatMap(section -> LayoutReader.read(section, reader)).orElse(null);
    if (layout == null
        && system.get().numbers() == NumberSpace.BITS
        && !systems.extendsKnown(system.get())) {
      if (!top.has("layout")) {
        top.missing("layout", "the fields of the values, since numbers is bits");
      }
      return Optional.empty();
    }
    top.rejectOthers();
    if (!top.has("codes") && !top.has("table")) {
      top.reject("no codes", "codes or a table");
    }
    return Optional.of(new Catalog(system.get(), entries, layout));
  }

  /** What tells codes apart: documentation does give one name several meanings. */
  private static Object identity(CatalogEntry entry) {
    return Arrays.asList(
        entry.name(),
        entry.value(),
        entry.numbers(),
        entry.category(),
        entry.explanation().meaning());
  }
}
