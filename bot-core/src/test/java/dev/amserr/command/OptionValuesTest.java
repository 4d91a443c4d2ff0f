package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionValuesTest {

  @Test
  void each_type_has_its_accessor() {
    OptionValues values =
        new OptionValues(Map.of("t", "text", "d", Duration.ofHours(1), "n", 12L, "f", true));

    assertThat(values.text("t")).contains("text");
    assertThat(values.duration("d")).contains(Duration.ofHours(1));
    assertThat(values.integer("n")).contains(12L);
    assertThat(values.flag("f")).isTrue();
  }

  @Test
  void what_was_not_given_is_empty_and_a_flag_is_no() {
    assertThat(OptionValues.none().text("t")).isEmpty();
    assertThat(OptionValues.none().flag("f")).isFalse();
  }

  @Test
  void reading_an_option_as_another_type_is_a_mistake_of_the_handler() {
    OptionValues values = new OptionValues(Map.of("n", 12L));

    assertThatThrownBy(() -> values.text("n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The option n is a Long, not a String");
    assertThatThrownBy(() -> values.requiredText("x")).hasMessage("The option x is missing");
  }
}
