package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.SampleReplies;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReplyJsonTest {

  private static final ReaderTime TIME = new ReaderTime(ZoneOffset.UTC, SampleReplies.NOW);

  private final ReplyJson json = new ReplyJson(id -> "/charts/" + id + ".png");
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void a_card_has_the_fields_of_the_contract() throws Exception {
    JsonNode reply = json.render(SampleReplies.decoding().reply(), TIME);

    JsonNode card = reply.path("cards").path(0).deepCopy();
    ((ObjectNode) card).remove("parts");
    assertThat(reply.path("text").asText()).isEmpty();
    assertThat(reply.path("privacy").asText()).isEqualTo("private");
    assertThat(card)
        .isEqualTo(
            mapper.readTree(
                """
                {"title": "0x8088002E · MPE_MGMT_PUBLISHING_POINT_LOCKED",
                 "url": "https://example.com/codes/0x8088002E",
                 "tone": "bad",
                 "facts": [
                   {"name": "System", "value": "IIS media services management"},
                   {"name": "Value", "value": "0x8088002E"},
                   {"name": "Owner", "value": "Player team, on call Ana Ruiz"}],
                 "text": "The publishing point is locked by another operation.",
                 "code": null,
                 "list": ["Wait for the other operation.", "Then try again."],
                 "table": null,
                 "links": [{"label": "IIS error codes", "url": "https://example.com/iis?a=1&b=2"}],
                 "actions": [{"id": "v1|open|id-1", "label": "Open", "style": "normal"}]}
                """));
  }

  @Test
  void a_table_has_headers_rows_and_what_is_missing() throws Exception {
    JsonNode card = json.render(SampleReplies.series().reply(), TIME).path("cards").path(0);

    assertThat(card.path("table"))
        .isEqualTo(
            mapper.readTree(
                """
                {"headers": ["code", "count", "last seen"],
                 "rows": [["0x20200194", "1,204", "Mon 2026-03-09 13:30 UTC"],
                          ["MPE_BLOB_NOT_FOUND", "7", "never"]],
                 "more": 12}
                """));
  }

  @Test
  void parts_keep_the_order_of_reading_and_the_kind_of_each_span() throws Exception {
    JsonNode card = json.render(SampleReplies.series().reply(), TIME).path("cards").path(0);

    assertThat(card.path("parts").findValuesAsText("kind"))
        .containsExactly("table", "sparkline", "image", "image", "code", "list");
    assertThat(card.path("parts").path(0).path("rows").path(0))
        .isEqualTo(
            mapper.readTree(
                """
                [[{"text": "0x20200194", "style": "code"}], [{"text": "1,204"}],
                 [{"text": "Mon 2026-03-09 13:30 UTC", "time": "2026-03-09T13:30:00Z"}]]
                """));
  }

  @Test
  void a_menu_has_its_items() throws Exception {
    JsonNode card = json.render(SampleReplies.onCall().reply(), TIME).path("cards").path(0);

    assertThat(card.path("actions"))
        .isEqualTo(
            mapper.readTree(
                """
                [{"id": "v1|cover|id-2", "label": "Cover",
                  "items": [{"label": "One hour", "value": "1h"}, {"label": "One day", "value": "1d"}]}]
                """));
  }
}
