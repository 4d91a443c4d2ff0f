package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All known codes, indexed. Immutable; a reload makes a new one.
 *
 * <p>Where a number or name is in several systems, the lists are in rank order, so a team's own
 * codes come first.
 */
public final class Catalogs {

  private final Map<String, Catalog> bySystem = new LinkedHashMap<>();
  private final Map<String, ErrorSystem> byAlias = new HashMap<>();
  private final Map<Long, List<CatalogEntry>> byHresult = new HashMap<>();
  private final Map<Long, List<CatalogEntry>> byInteger = new HashMap<>();
  private final Map<Long, List<CatalogEntry>> byHttpStatus = new HashMap<>();
  private final Map<Integer, List<CatalogEntry>> sentWithStatus = new HashMap<>();
  private final Map<String, List<CatalogEntry>> byName = new HashMap<>();
  private final List<BitCodes> bitCodes = new ArrayList<>();
  private final List<CatalogEntry> withPatterns = new ArrayList<>();
  private final List<CatalogEntry> entries;
  private final long[] hresults;

  /** The codes of a system whose values have a layout of their own, by their identity bits. */
  record BitCodes(ErrorSystem system, BitLayout layout, Map<Long, List<CatalogEntry>> byIdentity) {

    Optional<CatalogEntry> entry(long value) {
      List<CatalogEntry> entries =
          byIdentity.getOrDefault(value & layout.identityMask(), List.of());
      return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0));
    }
  }

  /**
   * @param catalogs of several for one system, a later one extends the earlier
   */
  Catalogs(List<Catalog> catalogs) {
    for (Catalog catalog : catalogs) {
      bySystem.merge(catalog.system().id(), catalog, Catalog::extendedBy);
    }
    List<Catalog> ranked = new ArrayList<>(bySystem.values());
    ranked.sort(Comparator.comparingInt(c -> c.system().rank()));
    bySystem.clear();
    ranked.forEach(c -> bySystem.put(c.system().id(), c));
    ranked.forEach(this::index);
    entries = ranked.stream().flatMap(catalog -> catalog.entries().stream()).toList();
    List<Map<?, List<CatalogEntry>>> maps =
        List.of(byHresult, byInteger, byHttpStatus, sentWithStatus, byName);
    maps.forEach(map -> map.replaceAll((key, list) -> ranked(list)));
    // After the codes: what is a mere part of a code is the lesser meaning of a name.
    for (BitCodes codes : bitCodes) {
      codes.layout().fields().forEach(field -> field.values().forEach(this::addName));
    }
    hresults = byHresult.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private void index(Catalog catalog) {
    ErrorSystem system = catalog.system();
    byAlias.putIfAbsent(Names.fold(system.id()), system);
    for (String alias : system.aliases()) {
      byAlias.putIfAbsent(Names.fold(alias), system);
    }
    Map<Long, List<CatalogEntry>> byIdentity = new HashMap<>();
    BitLayout layout = catalog.layout();
    for (CatalogEntry entry : catalog.entries()) {
      addName(entry);
      if (!entry.patterns().isEmpty()) {
        withPatterns.add(entry);
      }
      if (!entry.hasValue()) {
        continue;
      }
      switch (entry.numbers()) {
        case HRESULT -> add(byHresult, entry.value() & 0xFFFF_FFFFL, entry);
        case INTEGER -> add(byInteger, entry.value(), entry);
        case HTTP_STATUS -> add(byHttpStatus, entry.value(), entry);
        case BITS -> {
          if (layout != null) {
            add(byIdentity, entry.value() & layout.identityMask(), entry);
          }
        }
        case NONE -> {}
      }
      if (entry.httpStatus() != 0 && entry.numbers() != NumberSpace.HTTP_STATUS) {
        add(sentWithStatus, entry.httpStatus(), entry);
      }
    }
    if (layout != null) {
      bitCodes.add(new BitCodes(system, layout, byIdentity));
    }
  }

  private void addName(CatalogEntry entry) {
    String name = entry.name() == null ? "" : Names.fold(entry.name());
    if (entry.name() != null) {
      add(byName, name, entry);
    }
    if (entry.aliases().isEmpty()) {
      return;
    }
    entry.aliases().stream()
        .map(Names::fold)
        .distinct()
        .filter(alias -> !alias.equals(name))
        .forEach(alias -> add(byName, alias, entry));
  }

  private static <K> void add(Map<K, List<CatalogEntry>> map, K key, CatalogEntry entry) {
    map.merge(key, List.of(entry), Catalogs::joined);
  }

  private static List<CatalogEntry> joined(List<CatalogEntry> some, List<CatalogEntry> more) {
    List<CatalogEntry> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static List<CatalogEntry> ranked(List<CatalogEntry> list) {
    return list.size() == 1
        ? list
        : list.stream().sorted(Comparator.comparingInt(e -> e.system().rank())).toList();
  }

  /** The systems in rank order. */
  public List<ErrorSystem> systems() {
    return bySystem.values().stream().map(Catalog::system).toList();
  }

  /** How many codes there are in all. */
  public int size() {
    return entries.size();
  }

  /** How many codes a system has; 0 for an unknown system. */
  public int size(String systemId) {
    Catalog catalog = bySystem.get(systemId);
    return catalog == null ? 0 : catalog.entries().size();
  }

  /** A system by its id or one of its aliases, whatever the case and punctuation. */
  public Optional<ErrorSystem> system(String idOrAlias) {
    return Optional.ofNullable(byAlias.get(Names.fold(idOrAlias)));
  }

  /** Every word that names a system: ids and aliases. */
  public List<String> systemNames() {
    List<String> names = new ArrayList<>();
    for (ErrorSystem system : systems()) {
      names.add(system.id());
      names.addAll(system.aliases());
    }
    return names;
  }

  /** What the codes of a system are called, aliases apart; none for an unknown system. */
  public List<String> names(String systemId) {
    Catalog catalog = bySystem.get(systemId);
    return catalog == null
        ? List.of()
        : catalog.entries().stream().map(CatalogEntry::name).filter(Objects::nonNull).toList();
  }

  /** Every entry, by rank and then in the order of the files. */
  List<CatalogEntry> entries() {
    return entries;
  }

  List<CatalogEntry> byHresult(long bits) {
    return byHresult.getOrDefault(bits, List.of());
  }

  List<CatalogEntry> byInteger(long value) {
    return byInteger.getOrDefault(value, List.of());
  }

  List<CatalogEntry> byHttpStatus(int status) {
    return byHttpStatus.getOrDefault((long) status, List.of());
  }

  /** The codes, not statuses themselves, that are documented to come with an HTTP status. */
  List<CatalogEntry> sentWith(int status) {
    return sentWithStatus.getOrDefault(status, List.of());
  }

  List<CatalogEntry> byName(String foldedName) {
    return byName.getOrDefault(foldedName, List.of());
  }

  Collection<String> foldedNames() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  List<BitCodes> bitCodes() {
    return Collections.unmodifiableList(bitCodes);
  }

  List<CatalogEntry> withPatterns() {
    return Collections.unmodifiableList(withPatterns);
  }

  /** The named value of a facility or another numbered table, by system. */
  Optional<CatalogEntry> integerOf(String systemId, long value) {
    return byInteger(value).stream().filter(e -> e.system().id().equals(systemId)).findFirst();
  }

  /**
   * The named 32-bit values nearest to {@code bits} in the same facility, at most {@code limit}.
   */
  List<CatalogEntry> neighbours(long bits, int limit) {
    int at = Arrays.binarySearch(hresults, bits);
    int below = at >= 0 ? at - 1 : -at - 2;
    int above = at >= 0 ? at + 1 : -at - 1;
    List<CatalogEntry> near = new ArrayList<>();
    while (near.size() < limit) {
      long low = below >= 0 ? hresults[below] : -1;
      long high = above < hresults.length ? hresults[above] : -1;
      boolean lowFits = low >= 0 && low >>> 16 == bits >>> 16;
      boolean highFits = high >= 0 && high >>> 16 == bits >>> 16;
      if (!lowFits && !highFits) {
        break;
      }
      if (lowFits && (!highFits || bits - low <= high - bits)) {
        near.add(byHresult(low).get(0));
        below--;
      } else {
        near.add(byHresult(high).get(0));
        above++;
      }
    }
    return near;
  }

  /** The entry that {@code NAME} or {@code system:NAME} means. */
  @Nullable CatalogEntry referenced(String reference, ErrorSystem from) {
    int colon = reference.indexOf(':');
    String system = colon > 0 ? reference.substring(0, colon) : from.id();
    String name = reference.substring(colon + 1);
    for (CatalogEntry entry : byName(Names.fold(name))) {
      if (entry.system().id().equals(system)) {
        return entry;
      }
    }
    return null;
  }
}
