package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one system.
 *
 * @param layout how its values are built; null unless its numbers are {@link NumberSpace#BITS}, and
 *     null where the catalog merely extends another one that has it
 */
record Catalog(ErrorSystem system, List<CatalogEntry> entries, @Nullable BitLayout layout) {

  Catalog {
    entries = layout == null ? List.copyOf(entries) : completed(entries, layout);
  }

  /** The viewer reads the message of a code's category, where the code has none of its own. */
  private static List<CatalogEntry> completed(List<CatalogEntry> entries, BitLayout layout) {
    return entries.stream()
        .map(
            entry ->
                entry.hasValue() && layout.plausible(entry.value())
                    ? entry.withUserMessageOf(layout.categoryOf(entry.value()))
                    : entry)
        .toList();
  }

  /**
   * Both catalogs as one. The other's entries come first; they replace entries of the same name,
   * and of the same value where one of the two has no name.
   */
  Catalog extendedBy(Catalog other) {
    Set<String> names = new HashSet<>();
    Set<Long> values = new HashSet<>();
    Set<Long> namelessValues = new HashSet<>();
    for (CatalogEntry own : other.entries()) {
      if (own.name() != null) {
        names.add(Names.fold(own.name()));
      } else {
        namelessValues.add(own.value());
      }
      values.add(own.value());
    }
    List<CatalogEntry> all = new ArrayList<>(other.entries());
    for (CatalogEntry entry : entries) {
      boolean replaced =
          entry.name() == null
              ? values.contains(entry.value())
              : names.contains(Names.fold(entry.name())) || namelessValues.contains(entry.value());
      if (!replaced) {
        all.add(entry);
      }
    }
    return new Catalog(
        system.withAliases(other.system().aliases()),
        all,
        layout != null ? layout : other.layout());
  }
}
