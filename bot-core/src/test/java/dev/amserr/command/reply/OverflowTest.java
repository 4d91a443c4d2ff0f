package dev.amserr.command.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverflowTest {

  @Test
  void what_fits_is_shown_without_a_note() {
    Overflow.Cut<String> cut = cut(List.of("aaaa", "bbbb"), 10);

    assertThat(cut.shown()).containsExactly("aaaa", "bbbb");
    assertThat(cut.note()).isEmpty();
  }

  @Test
  void one_too_many_makes_room_for_the_note() {
    Overflow.Cut<String> cut = cut(List.of("aaaa", "bbbb", "cccc", "dddd"), 19);

    assertThat(cut.shown()).containsExactly("aaaa");
    assertThat(cut.note()).isEqualTo("and 3 more");
  }

  @Test
  void what_was_left_out_before_is_counted_too() {
    Overflow.Cut<String> cut = Overflow.cut(List.of("a", "b", "c"), 1_998, 1);

    assertThat(cut.note()).isEqualTo("and 2,000 more");
  }

  @Test
  void where_nothing_fits_all_is_counted() {
    Overflow.Cut<String> cut = cut(List.of("a".repeat(50), "b"), 20);

    assertThat(cut.shown()).isEmpty();
    assertThat(cut.more()).isEqualTo(2);
  }

  @Property
  void every_item_is_shown_or_counted_within_the_budget(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 30) Integer> costs,
      @ForAll @IntRange(min = 20, max = 300) int budget,
      @ForAll @IntRange(max = 40) int most) {
    Overflow.Cut<Integer> cut =
        Overflow.cut(costs, 0, most, budget, Integer::intValue, String::length);

    assertThat(cut.shown().size() + cut.more()).isEqualTo(costs.size());
    assertThat(cut.shown()).isEqualTo(costs.subList(0, cut.shown().size()));
    assertThat(cut.shown()).hasSizeLessThanOrEqualTo(most);
    assertThat(cut.shown().stream().mapToInt(i -> i).sum() + cut.note().length())
        .isLessThanOrEqualTo(budget);
  }

  @ParameterizedTest
  @CsvSource({"99, 99", "100, 100", "101, 100"})
  void a_text_is_cut_at_its_limit_and_not_before(int length, int expected) {
    String text = "x".repeat(length);

    String cut = Overflow.text(text, 100);

    assertThat(cut).hasSize(expected);
    assertThat(cut.equals(text)).isEqualTo(length <= 100);
  }

  @Test
  void a_cut_text_says_how_much_is_missing() {
    String cut = Overflow.text("x".repeat(1_300), 100);

    assertThat(cut).isEqualTo("x".repeat(71) + "… (and 1,229 more characters)").hasSize(100);
  }

  @Test
  void a_character_of_two_surrogates_is_one_and_stays_whole() {
    String fires = "\uD83D\uDD25".repeat(100);

    assertThat(Overflow.text(fires, 100)).isEqualTo(fires);
    assertThat(Overflow.text(fires, 10)).isEqualTo("\uD83D\uDD25".repeat(9) + "…");
  }

  private static Overflow.Cut<String> cut(List<String> items, int budget) {
    return Overflow.cut(
        items, 0, Integer.MAX_VALUE, budget, s -> s.length() + 1, note -> note.length());
  }
}
