package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private static final PlainPhrases PLAIN =
      new PlainPhrases(new ReaderTime(ZoneOffset.UTC, Instant.EPOCH));

  @Test
  void columns_stay_aligned_whatever_the_script() {
    TextTable table = table(80, row("再生エラー", "1"), row("e\u0301te\u0301", "22"), row("🔥", "333"));

    assertThat(table.header()).isEqualTo("name        count\n──────────  ─────");
    assertThat(table.rows())
        .containsExactly(
            "再生エラー" + " ".repeat(6) + "1",
            "e\u0301te\u0301" + " ".repeat(12) + "22",
            "🔥" + " ".repeat(12) + "333");
  }

  @Test
  void a_cell_that_is_too_wide_goes_over_several_lines() {
    TextTable table = table(16, row("MPE_BLOB_NOT_FOUND", "7"));

    assertThat(table.rows().get(0)).isEqualTo("MPE_BLOB_      7\nNOT_FOUND");
  }

  @Test
  void a_line_break_in_a_cell_is_a_blank() {
    assertThat(table(80, row("a\nb\r\nc", "1")).rows().get(0)).startsWith("a b c ");
  }

  @Property
  void every_line_is_within_the_width_and_no_character_is_lost(
      @ForAll("cells") List<List<String>> rows, @ForAll @IntRange(min = 16, max = 60) int width) {
    TextTable table = table(width, rows.toArray(new List<?>[0]));

    for (int i = 0; i < rows.size(); i++) {
      String shown = table.rows().get(i);
      assertThat(shown.lines())
          .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
      assertThat(letters(shown)).isEqualTo(letters(String.join("", rows.get(i))));
    }
  }

  @Provide
  Arbitrary<List<List<String>>> cells() {
    Arbitrary<String> cell =
        Arbitraries.of("a", "B", "7", " ", "再", "e\u0301", "🔥", "Ａ", "한", "❤️", "👍🏽", "-")
            .list()
            .ofMaxSize(30)
            .map(parts -> String.join("", parts));
    return cell.list().ofSize(2).list().ofMinSize(1).ofMaxSize(6);
  }

  /** The code points without blanks, sorted: wrapping reorders columns line by line. */
  private static String letters(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static TextTable table(int width, List<?>... rows) {
    List<List<Phrase>> phrases = new ArrayList<>();
    Arrays.stream(rows)
        .forEach(row -> phrases.add(row.stream().map(c -> Phrase.of((String) c)).toList()));
    return TextTable.of(
        new Part.Table(List.of(Part.Column.left("name"), Part.Column.right("count")), phrases, 0),
        PLAIN,
        width);
  }
}
