package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.reply.Part;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklinesTest {

  @Test
  void the_highest_value_is_the_highest_bar_and_the_scale_starts_at_zero() {
    assertThat(bars(0, 1, 2, 3, 4, 5, 6, 7)).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(bars(7, 7)).isEqualTo("██");
  }

  @Test
  void a_small_value_differs_from_zero_and_zero_from_a_gap() {
    assertThat(bars(1_000, 1, 0, Double.NaN)).isEqualTo("█▂▁·");
  }

  @Test
  void zeros_and_gaps_alone_have_no_scale() {
    assertThat(bars(0, 0, 0)).isEqualTo("▁▁▁");
    assertThat(bars(Double.NaN, Double.NaN)).isEqualTo("··");
  }

  @Test
  void the_caption_tells_the_scale() {
    assertThat(Sparklines.caption(line(1, 12.5))).isEqualTo("errors, highest 12.5");
    assertThat(Sparklines.caption(line(100, 1_200))).isEqualTo("errors, highest 1200");
    assertThat(Sparklines.caption(line(Double.NaN))).isEqualTo("errors, nothing measured");
  }

  @Test
  void what_can_not_be_a_bar_is_refused() {
    assertThatThrownBy(() -> line(-1)).hasMessageContaining("values from 0");
    assertThatThrownBy(() -> line(Double.POSITIVE_INFINITY)).hasMessageContaining("values from 0");
    assertThatThrownBy(() -> new Part.Sparkline(List.of(), "errors"))
        .hasMessageContaining("values from 0");
  }

  private static String bars(double... values) {
    return Sparklines.bars(line(values));
  }

  private static Part.Sparkline line(double... values) {
    return new Part.Sparkline(Arrays.stream(values).boxed().toList(), "errors");
  }
}
