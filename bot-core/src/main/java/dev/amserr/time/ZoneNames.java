package dev.amserr.time;

import dev.amserr.text.NearestNames;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Zones as a person may write them in a file: the tz database's {@code Area/City}, or {@code UTC}.
 *
 * <p>Abbreviations are refused, because they name an offset without its clock changes ({@code EST})
 * or several zones at once ({@code IST}); so are Windows' names and bare offsets.
 */
public final class ZoneNames {

  private static final Map<String, String> ABBREVIATIONS = abbreviations();
  private static final Set<String> IDS = ZoneId.getAvailableZoneIds();

  private ZoneNames() {}

  /** The zone, if the text is an accepted spelling of one; case counts. */
  public static Optional<ZoneId> parse(String text) {
    boolean accepted = text.equals("UTC") || (named(text) && IDS.contains(text));
    return accepted ? Optional.of(ZoneId.of(text)) : Optional.empty();
  }

  /** The zone that Windows calls by a name, such as {@code Romance Standard Time}. */
  public static Optional<ZoneId> ofWindows(String name) {
    return WindowsZones.find(name).map(ZoneId::of);
  }

  /** The version of the tz database in use, such as {@code 2026a}. */
  public static String databaseVersion() {
    return ZoneRulesProvider.getVersions("UTC").lastKey();
  }

  /** What should have been written instead of a refused text, in words. */
  public static String expected(String text) {
    String meant = ABBREVIATIONS.get(text.strip().toUpperCase(Locale.ROOT));
    if (meant == null) {
      meant = WindowsZones.find(text).orElse(null);
    }
    if (meant == null) {
      List<String> near = near(text.strip().replace(' ', '_'));
      meant = near.isEmpty() ? null : alternatives(near);
    }
    return meant == null
        ? "a zone of the tz database such as Europe/London"
        : "a zone of the tz database, probably " + meant;
  }

  /** Zones of that name or city, case aside, else those spelled alike. */
  private static List<String> near(String text) {
    List<String> zones = IDS.stream().filter(ZoneNames::named).sorted().toList();
    List<String> same =
        zones.stream()
            .filter(
                id ->
                    id.equalsIgnoreCase(text)
                        || id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(text))
            .toList();
    return same.isEmpty() ? NearestNames.of(text, zones, 3) : same;
  }

  private static boolean named(String id) {
    return id.indexOf('/') > 0 && !id.startsWith("SystemV/") && !id.startsWith("Etc/GMT");
  }

  private static String alternatives(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  private static Map<String, String> abbreviations() {
    Map<String, String> map = new TreeMap<>();
    map.put("ACST", "Australia/Darwin or Australia/Adelaide");
    map.put("AEDT", "Australia/Sydney or Australia/Melbourne");
    map.put("AEST", "Australia/Brisbane or Australia/Sydney");
    map.put("AKST", "America/Anchorage");
    map.put("AST", "America/Halifax or Asia/Riyadh");
    map.put("AWST", "Australia/Perth");
    map.put("BRT", "America/Sao_Paulo");
    map.put("BST", "Europe/London or Asia/Dhaka");
    map.put("CDT", "America/Chicago");
    map.put("CEST", "Europe/Paris or Europe/Berlin");
    map.put("CET", "Europe/Paris or Europe/Berlin");
    map.put("CST", "America/Chicago or Asia/Shanghai");
    map.put("CST6CDT", "America/Chicago");
    map.put("EDT", "America/New_York");
    map.put("EEST", "Europe/Athens or Europe/Helsinki");
    map.put("EET", "Europe/Athens or Europe/Helsinki");
    map.put("EST", "America/New_York");
    map.put("EST5EDT", "America/New_York");
    map.put("GMT", "UTC or Europe/London");
    map.put("HKT", "Asia/Hong_Kong");
    map.put("HST", "Pacific/Honolulu");
    map.put("IST", "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem");
    map.put("JST", "Asia/Tokyo");
    map.put("KST", "Asia/Seoul");
    map.put("MDT", "America/Denver");
    map.put("MET", "Europe/Paris or Europe/Berlin");
    map.put("MSK", "Europe/Moscow");
    map.put("MST", "America/Denver or America/Phoenix");
    map.put("MST7MDT", "America/Denver");
    map.put("NZDT", "Pacific/Auckland");
    map.put("NZST", "Pacific/Auckland");
    map.put("PDT", "America/Los_Angeles");
    map.put("PST", "America/Los_Angeles");
    map.put("PST8PDT", "America/Los_Angeles");
    map.put("SAST", "Africa/Johannesburg");
    map.put("SGT", "Asia/Singapore");
    map.put("UTC", "UTC");
    map.put("WEST", "Europe/Lisbon");
    map.put("WET", "Europe/Lisbon");
    map.put("Z", "UTC");
    map.put("ZULU", "UTC");
    return map;
  }
}
