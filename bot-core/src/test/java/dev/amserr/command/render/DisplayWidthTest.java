package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'', 0, nothing",
    "abc, 3, letters",
    "再生, 4, ideographs",
    "ｱ, 1, half-width katakana",
    "Ａ, 2, a full-width letter",
    "한글, 4, hangul syllables",
    "\u1112\u1161\u11ab, 2, hangul of three jamo",
    "e\u0301, 1, a letter with a combining accent",
    "\u0e01\u0e34, 1, a thai vowel above",
    "🔥, 2, an emoji",
    "👍🏽, 2, an emoji with a skin tone",
    "👨‍👩‍👧, 2, a family joined of three",
    "❤, 1, a heart as text",
    "❤️, 2, a heart as emoji",
    "🇩🇪, 2, a flag of two letters",
    "a\u200bb, 2, a zero-width space",
    "\ufeffa, 1, a byte order mark",
    "▁█·, 3, bars",
    "✔, 1, a check mark",
    "'\u001b[1;31mred\u001b[0m', 3, a colour",
    "'\u001b[', 0, a broken colour"
  })
  void a_text_takes_as_many_columns_as_a_terminal_gives_it(String text, int width, String what) {
    assertThat(DisplayWidth.of(text)).as(what).isEqualTo(width);
  }
}
