package dev.amserr.errorcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one system.
 *
 * @param layout how its values are built; null unless its numbers are {@link NumberSpace#BITS}
 */
record Catalog(ErrorSystem system, List<CatalogEntry> entries, @Nullable BitLayout layout) {

  Catalog {
    entries = List.copyOf(entries);
  }
}
