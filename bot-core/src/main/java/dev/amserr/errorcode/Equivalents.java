package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the codes of all systems that say the same as a given one. */
public final class Equivalents {

  private final Catalogs catalogs;
  private final Readings readings;

  public Equivalents(Catalogs catalogs) {
    this.catalogs = catalogs;
    this.readings = new Readings(catalogs);
  }

  /**
   * One fact with the codes that state it.
   *
   * @param title what is the same, such as {@code HTTP 404}
   * @param readings by the rank of their systems
   */
  public record Fact(String title, List<Reading> readings) {
    public Fact {
      readings = List.copyOf(readings);
    }
  }

  /**
   * The facts that a code states, each with its codes everywhere; empty if the code states none
   * that several systems share: an HTTP status, or a Windows error.
   */
  public List<Fact> of(DecodedCode code) {
    Optional<Reading> best = code.best();
    if (best.isEmpty()) {
      return List.of();
    }
    Map<String, Set<CatalogEntry>> facts = new LinkedHashMap<>();
    for (Reading reading : stated(best.get(), code)) {
      httpStatus(reading)
          .ifPresent(status -> facts.putIfAbsent("HTTP " + status, httpStatus(status)));
      windowsError(reading)
          .ifPresent(error -> facts.putIfAbsent("Windows error " + error, windowsError(error)));
    }
    List<Fact> shared = new ArrayList<>();
    facts.forEach(
        (title, entries) -> {
          if (entries.size() > 1) {
            shared.add(new Fact(title, inRankOrder(entries, title)));
          }
        });
    return List.copyOf(shared);
  }

  /** The best reading, and what it wraps: other readings of an ambiguous number are other facts. */
  private static List<Reading> stated(Reading best, DecodedCode code) {
    List<Reading> stated = new ArrayList<>(List.of(best));
    if (best.match() == Match.EXACT) {
      code.readings().stream()
          .filter(reading -> reading.match() == Match.DERIVED && reading.name() != null)
          .forEach(stated::add);
    }
    return stated;
  }

  private static OptionalInt httpStatus(Reading reading) {
    if (reading.httpStatus() != 0) {
      return OptionalInt.of(reading.httpStatus());
    }
    return number(reading, Hresult.HTTP);
  }

  private static OptionalInt windowsError(Reading reading) {
    return number(reading, Hresult.WIN32);
  }

  private static OptionalInt number(Reading reading, String system) {
    String value = reading.value();
    return value != null && reading.system().id().equals(system)
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  private Set<CatalogEntry> httpStatus(int status) {
    Set<CatalogEntry> entries = new LinkedHashSet<>(catalogs.byHttpStatus(status));
    entries.addAll(catalogs.sentWith(status));
    entries.addAll(catalogs.byHresult(Hresult.ofHttpStatus(status)));
    return entries;
  }

  private Set<CatalogEntry> windowsError(int error) {
    Set<CatalogEntry> entries = new LinkedHashSet<>();
    catalogs.integerOf(Hresult.WIN32, error).ifPresent(entries::add);
    entries.addAll(catalogs.byHresult(Hresult.ofWin32(error)));
    return entries;
  }

  private List<Reading> inRankOrder(Set<CatalogEntry> entries, String title) {
    List<Reading> ranked = new ArrayList<>();
    for (ErrorSystem system : catalogs.systems()) {
      for (CatalogEntry entry : entries) {
        if (entry.system().id().equals(system.id())) {
          ranked.add(readings.of(entry, Match.EXACT, "states " + title, Map.of()));
        }
      }
    }
    return ranked;
  }
}
