package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Completes the names of codes while somebody types, from memory. */
public final class NameCompletion {

  private static final int LEAST_TYPED = 2;

  private final Catalogs catalogs;

  public NameCompletion(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * A code that fits.
   *
   * @param name the documented name
   * @param systemTitle whose code it is
   */
  public record Candidate(String name, String systemTitle) {}

  /**
   * Codes whose names begin with what is typed, then those that have it inside; the shorter first.
   * Empty for less than two letters or digits.
   */
  public List<Candidate> complete(String typed, int limit) {
    String wanted = Names.fold(typed);
    if (wanted.length() < LEAST_TYPED) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String name : catalogs.foldedNames()) {
      if (name.contains(wanted)) {
        names.add(name);
      }
    }
    names.sort(
        Comparator.comparing((String name) -> !name.startsWith(wanted))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder()));
    return names.stream()
        .flatMap(name -> catalogs.byName(name).stream())
        .filter(entry -> !entry.system().pinnedOnly())
        .distinct()
        .limit(limit)
        .map(entry -> new Candidate(entry.label(), entry.system().title()))
        .toList();
  }
}
