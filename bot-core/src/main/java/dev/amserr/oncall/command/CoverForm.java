package dev.amserr.oncall.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverScope;
import java.time.Instant;

/**
 * A cover on its way from the preview to its confirmation, as it is kept behind the button.
 *
 * @param reason what the person gave as reason; may be empty
 * @param shown what the preview showed, to notice that something changed since
 */
record CoverForm(CoverDraft draft, String reason, String shown) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  String write() {
    CoverRequest request = draft.request();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("team", request.team());
    node.put("level", request.level());
    node.put("person", request.scope().fold(CoverScope.Standing::person, () -> ""));
    node.put("from", request.from().toString());
    node.put("until", request.until().toString());
    node.put("by", request.by());
    node.put("asked", draft.asked().toString());
    node.put("reason", reason);
    node.put("shown", shown);
    return node.toString();
  }

  /**
   * The form that was written.
   *
   * @throws IllegalArgumentException if the text is nothing that {@link #write} wrote
   */
  static CoverForm read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      String person = node.required("person").asText();
      return new CoverForm(
          new CoverDraft(
              new CoverRequest(
                  node.required("team").asText(),
                  node.required("level").asText(),
                  person.isEmpty() ? CoverScope.slot() : CoverScope.of(person),
                  Instant.parse(node.required("from").asText()),
                  Instant.parse(node.required("until").asText()),
                  node.required("by").asText()),
              Instant.parse(node.required("asked").asText())),
          node.required("reason").asText(),
          node.required("shown").asText());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Not a stored cover", notJson);
    }
  }
}
