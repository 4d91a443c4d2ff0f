package dev.amserr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

  @ParameterizedTest
  @CsvSource({
    "kitten, kitten, 0",
    "kitten, sitten, 1",
    "kitten, kitte, 1",
    "kitten, kittens, 1",
    "kitten, iktten, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "'', abc, 3",
  })
  void insertions_deletions_replacements_and_swaps_count_one_each(String a, String b, int edits) {
    assertThat(NearestNames.distance(a, b, 10)).isEqualTo(edits);
  }

  @Test
  void beyond_the_reach_counting_stops() {
    assertThat(NearestNames.distance("abcdefgh", "zyxwvuts", 2)).isEqualTo(3);
  }

  @Property(tries = 200)
  void the_distance_is_the_same_both_ways(
      @ForAll @AlphaChars @StringLength(max = 12) String a,
      @ForAll @AlphaChars @StringLength(max = 12) String b) {
    assertThat(NearestNames.distance(a, b, 12)).isEqualTo(NearestNames.distance(b, a, 12));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 1", "6, 2", "12, 2", "13, 3", "60, 3"})
  void longer_names_may_be_mistyped_more_often(int length, int reach) {
    assertThat(NearestNames.reach(length)).isEqualTo(reach);
  }

  @Test
  void names_come_nearest_first_then_by_alphabet_and_no_more_than_asked_for() {
    List<String> names = List.of("player", "prayer", "layer", "encoder", "players");

    assertThat(NearestNames.of("plaier", names, 2)).containsExactly("player", "layer");
  }

  @Test
  void case_does_not_count_not_even_where_i_has_no_dot() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(NearestNames.of("ORIGIN", List.of("origin"), 1)).containsExactly("origin");
  }
}
