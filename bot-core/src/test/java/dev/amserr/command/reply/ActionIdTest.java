package dev.amserr.command.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionIdTest {

  @Test
  void what_is_printed_is_parsed_again() {
    ActionId id = new ActionId("ack", "abc-_XYZ019");

    assertThat(id).hasToString("v1|ack|abc-_XYZ019");
    assertThat(ActionId.parse("v1|ack|abc-_XYZ019")).contains(id);
  }

  @Test
  void the_longest_fits_discords_limit() {
    ActionId longest = new ActionId("a".repeat(32), "i".repeat(64));

    assertThat(longest.toString()).hasSize(ActionId.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ack",
        "v1|ack",
        "v2|ack|x",
        "v1|Ack|x",
        "v1|ack|",
        "v1|ack|a|b",
        "v1|ack|a b"
      })
  void anything_else_is_not_ours(String customId) {
    assertThat(ActionId.parse(customId)).isEmpty();
  }

  @Test
  void a_name_or_an_id_that_could_not_be_parsed_again_is_refused() {
    assertThatThrownBy(() -> new ActionId("a|b", "x")).hasMessageContaining("name of an action");
    assertThatThrownBy(() -> new ActionId("ack", "x".repeat(65)))
        .hasMessageContaining("id of a record");
  }
}
