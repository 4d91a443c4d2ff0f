package dev.amserr.app.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bot made of a batch: the body of its 202.
 *
 * @param rejected how many events it does not count
 * @param reasons why, one for each that it lists
 */
record Receipt(long rejected, List<String> reasons) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Receipt {
    reasons = List.copyOf(reasons);
  }

  /** Reads a body; empty if it is no receipt. */
  static Optional<Receipt> parse(String body) {
    JsonNode receipt;
    try {
      receipt = JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
    JsonNode rejected = receipt.path("rejected");
    if (!receipt.path("accepted").isIntegralNumber() || !rejected.isArray()) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    rejected.forEach(one -> reasons.add(one.path("reason").asText()));
    long unlisted = Math.max(0, receipt.path("moreRejected").asLong());
    return Optional.of(new Receipt(rejected.size() + unlisted, reasons));
  }
}
