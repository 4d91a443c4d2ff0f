package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes readings of catalog entries. */
final class Readings {

  private static final String NOTHING_MORE =
      "Only the name and the value are known; nothing more is documented.";

  private final Catalogs catalogs;

  Readings(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /** An entry as a reading. */
  Reading of(CatalogEntry entry, Match match, String why, Map<String, String> facts) {
    Explanation explanation = entry.explanation();
    boolean bare = explanation.meaning() == null && explanation.message() == null;
    return new Reading(
        entry.system(),
        entry.name(),
        entry.valueText(),
        match,
        explanation.message(),
        explanation.userMessage(),
        bare ? NOTHING_MORE : explanation.meaning(),
        entry.httpStatus(),
        withCategory(entry, facts),
        explanation.causes(),
        explanation.actions(),
        explanation.retry(),
        related(entry),
        entry.owner(),
        entry.source(),
        entry.confidence(),
        entry.team() ? why + ownCatalog(match) : why);
  }

  private static String ownCatalog(Match match) {
    return "; from your own catalog" + (match == Match.DERIVED ? "" : ", which wins");
  }

  private static Map<String, String> withCategory(CatalogEntry entry, Map<String, String> facts) {
    if (entry.category().isEmpty() || facts.containsKey("facility")) {
      return facts;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("category", entry.category());
    more.putAll(facts);
    return more;
  }

  private List<RelatedCode> related(CatalogEntry entry) {
    if (entry.related().isEmpty()) {
      return List.of();
    }
    List<RelatedCode> related = new ArrayList<>();
    for (String reference : entry.related()) {
      CatalogEntry other = catalogs.referenced(reference, entry.system());
      if (other != null) {
        related.add(relatedTo(other, "see also"));
      }
    }
    return related;
  }

  static RelatedCode relatedTo(CatalogEntry other, String relation) {
    return new RelatedCode(other.system().id(), other.name(), other.valueText(), relation);
  }

  /**
   * A 32-bit value that no catalog names.
   *
   * @param inner what it wraps, if that is documented
   */
  Reading bits(ErrorSystem system, Hresult hresult, Optional<Reading> inner, String why) {
    Map<String, String> facts = hresult.facts(catalogs, system);
    if (inner.isPresent()) {
      String meaning = "An HRESULT that wraps " + inner.get().inWords() + ".";
      return nameless(system, hresult.bits(), meaning, facts, List.of(), why);
    }
    List<RelatedCode> near =
        catalogs.neighbours(hresult.bits(), 2).stream()
            .map(entry -> relatedTo(entry, "nearest named value"))
            .toList();
    String meaning = "No documentation names this value; only its bits are known.";
    return nameless(system, hresult.bits(), meaning, facts, near, why);
  }

  /** A value of which the system documents parts only. */
  Reading nameless(
      ErrorSystem system, long bits, String meaning, Map<String, String> facts, String why) {
    return nameless(system, bits, meaning, facts, List.of(), why);
  }

  private static Reading nameless(
      ErrorSystem system,
      long bits,
      String meaning,
      Map<String, String> facts,
      List<RelatedCode> related,
      String why) {
    return new Reading(
        system,
        null,
        NumberSpace.hex(bits, 8),
        Match.DERIVED,
        null,
        null,
        meaning,
        0,
        facts,
        List.of(),
        List.of(),
        Retry.UNKNOWN,
        related,
        system.owner(),
        system.source(),
        "bits",
        why);
  }

  /**
   * A value whose category is documented and whose detail is not.
   *
   * @param identity the value without the bits that are a mere label
   * @param httpStatus the status in its detail, or 0
   */
  Reading category(
      CatalogEntry category, long identity, int httpStatus, Map<String, String> facts, String why) {
    Explanation explanation = category.explanation();
    String meaning =
        httpStatus != 0
            ? "The server answered HTTP " + httpStatus + "."
            : sentence(explanation.meaning()) + "Detail not documented.";
    return new Reading(
        category.system(),
        category.name(),
        category.numbers().format(identity),
        Match.DERIVED,
        explanation.message(),
        explanation.userMessage(),
        meaning,
        httpStatus,
        facts,
        explanation.causes(),
        explanation.actions(),
        explanation.retry(),
        List.of(),
        category.owner(),
        category.source(),
        "category",
        why);
  }

  private static String sentence(@Nullable String text) {
    return text == null ? "" : text + " ";
  }
}
