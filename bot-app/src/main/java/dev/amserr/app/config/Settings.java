package dev.amserr.app.config;

import dev.amserr.digest.DigestSchedule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything {@code amserr.yaml} says, environment and command line included. The components are
 * the keys of the file.
 *
 * @param destinations by name, in the order of the file
 * @param digests in the order of the file
 */
public record Settings(
    ServerSettings server,
    DatabaseSettings database,
    DiscordSettings discord,
    SlackSettings slack,
    IngestSettings ingest,
    DetectionSettings detection,
    Map<String, DestinationSettings> destinations,
    DeliverySettings delivery,
    List<DigestSchedule> digests,
    OnCallSettings onCall,
    AccessSettings access) {

  public Settings {
    destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
    digests = List.copyOf(digests);
  }
}
