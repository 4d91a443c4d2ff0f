package dev.amserr.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.recurrence.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The alerts of an incident as JSON and back, for stores. */
public final class AlertsCodec {

  private final ObjectMapper mapper = new ObjectMapper();

  /** The alerts as JSON. */
  public String write(List<Incident.Alert> alerts) {
    ArrayNode array = mapper.createArrayNode();
    for (Incident.Alert alert : alerts) {
      ObjectNode node =
          array
              .addObject()
              .put("series", alert.series())
              .put("kind", alert.kind().name())
              .put("since", alert.since().toString())
              .put("text", alert.text())
              .put("ending", alert.ending());
      Instant over = alert.over();
      if (over != null) {
        node.put("over", over.toString());
      }
    }
    return array.toString();
  }

  /**
   * The alerts that were written.
   *
   * @throws IllegalArgumentException if the text is nothing that {@link #write} wrote
   */
  public List<Incident.Alert> read(String json) {
    List<Incident.Alert> alerts = new ArrayList<>();
    try {
      for (JsonNode node : mapper.readTree(json)) {
        alerts.add(
            new Incident.Alert(
                node.path("series").asLong(),
                StateKind.valueOf(node.path("kind").asText()),
                Instant.parse(node.path("since").asText()),
                node.path("text").asText(),
                node.has("over") ? Instant.parse(node.path("over").asText()) : null,
                node.path("ending").asText()));
      }
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Not stored alerts", notJson);
    }
    return alerts;
  }
}
