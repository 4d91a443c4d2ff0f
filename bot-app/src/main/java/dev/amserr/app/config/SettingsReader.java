package dev.amserr.app.config;

import dev.amserr.digest.DigestSchedule;
import dev.amserr.oncall.OwnershipPattern;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import java.util.List;
import java.util.Map;

/** Reads {@code amserr.yaml}, its variables replaced already, with what is set from outside. */
final class SettingsReader {

  private final Keys root;
  private final List<OutsideValue> outside;
  private final Variables variables;
  private final References references;
  private final Problems problems;

  /**
   * @param references gets the names that are checked against rosters and catalogs later
   */
  SettingsReader(
      Section root,
      List<OutsideValue> outside,
      Variables variables,
      References references,
      Problems problems) {
    this.root = new Keys(root, problems);
    this.outside = outside;
    this.variables = variables;
    this.references = references;
    this.problems = problems;
  }

  /** The settings, with defaults in place of whatever is wrong. */
  Settings read() {
    ServerSettings server = new ServerReader(section("server"), references, problems).read();
    Map<String, DestinationSettings> destinations =
        new DestinationReader(section("destinations"), variables, problems).read();
    Settings settings =
        new Settings(
            server,
            PlatformReader.database(section("database")),
            PlatformReader.discord(section("discord")),
            PlatformReader.slack(section("slack"), variables, problems),
            new IngestReader(section("ingest"), variables, problems).read(),
            detection(section("detection")),
            destinations,
            delivery(section("delivery")),
            digests(new DigestReader(server.zone(), destinations.keySet(), references)),
            new OnCallSettingsReader(server.zone(), references).read(section("onCall")),
            new AccessReader(section("access"), references).read());
    root.rejectOthers();
    references.check(References.Kind.DESTINATION, destinations.keySet());
    return settings;
  }

  private List<DigestSchedule> digests(DigestReader reader) {
    return root.section().has("digests") ? reader.read(root.list("digests")) : reader.standard();
  }

  private Keys section(String key) {
    return new Keys(OutsideValue.apply(outside, root.section().sectionOrEmpty(key)), problems);
  }

  private static DetectionSettings detection(Keys keys) {
    DetectionSettings detection =
        new DetectionSettings(
            keys.items(
                "critical",
                OwnershipPattern::parse,
                "a code such as \"amp:networkErrHttpUrlNotFound\" or \"0x8089*\""));
    keys.rejectOthers();
    return detection;
  }

  private DeliverySettings delivery(Keys keys) {
    DeliverySettings delivery =
        new DeliverySettings(
            keys.value("deadLetters")
                .map(value -> references.add(References.Kind.DESTINATION, value))
                .orElse(""));
    keys.rejectOthers();
    return delivery;
  }
}
