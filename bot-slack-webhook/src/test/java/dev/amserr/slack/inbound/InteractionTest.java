package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionTest {

  @Test
  void what_is_null_is_missing() {
    Interaction.Source source =
        read("""
                {"type": "block_actions", "user": {"id": "U1", "name": null, "username": "ana"},
                 "trigger_id": null, "response_url": null, "channel": null, "message": null,
                 "container": {"thread_ts": null, "channel_id": "C1"},
                 "actions": [{"action_id": null}]}
                """)
            .orElseThrow()
            .source();

    assertThat(source).isEqualTo(new Interaction.Source("U1", "ana", "C1", "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "{}", "[]"})
  void nothing_is_done_for_nobody(String user) {
    assertThat(read("{\"type\": \"view_closed\", \"user\": {\"id\": " + user + "}}")).isEmpty();
  }

  private static Optional<Interaction> read(String payload) {
    return Interaction.read(payload, new ObjectMapper());
  }
}
