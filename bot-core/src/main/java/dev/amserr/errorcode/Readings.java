package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        entry.team() ? why + "; your own catalog" : why);
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

  /** A 32-bit value of which nothing but its bits is known. */
  Reading bits(ErrorSystem system, long bits, String why) {
    Hresult hresult = new Hresult(bits);
    List<RelatedCode> near =
        catalogs.neighbours(bits, 2).stream()
            .map(e -> relatedTo(e, "nearest named value"))
            .toList();
    return new Reading(
        system,
        null,
        NumberSpace.HRESULT.format(bits),
        Match.DERIVED,
        null,
        null,
        "No documentation names this value; only its bits are known.",
        0,
        hresult.facts(catalogs),
        List.of(),
        List.of(),
        Retry.UNKNOWN,
        near,
        system.owner(),
        system.source(),
        "bits",
        why);
  }

  /** A value whose category is documented and whose detail is not. */
  Reading category(
      CatalogEntry category,
      long identity,
      int httpStatus,
      String detail,
      Map<String, String> facts,
      String why) {
    Explanation explanation = category.explanation();
    String meaning =
        httpStatus != 0
            ? "The server answered HTTP " + httpStatus + "."
            : sentence(explanation.meaning()) + "The detail " + detail + " is not documented.";
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
