package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'a\u001b[2Jb', 'a\uFFFD[2Jb', an escape sequence",
    "'a\u0000b\u0007', 'a\uFFFDb\uFFFD', control characters",
    "'a\u009b2Jb', 'a\uFFFD2Jb', the one-character form of an escape sequence",
    "'a\u202Eb', 'a\uFFFDb', a change of direction",
    "'a\uD83Db', 'a\uFFFDb', half a surrogate pair",
    "'a\tb', 'a    b', a tab",
    "'größe 再 🔥', 'größe 再 🔥', every script"
  })
  void what_could_harm_is_replaced_and_the_rest_stays(String text, String safe, String what) {
    assertThat(SafeText.lines(text)).as(what).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource({"'a\nb', 'a\nb', 'a b'", "'a\r\nb', 'a\nb', 'a b'", "'a\rb', 'a\nb', 'a b'"})
  void line_breaks_are_of_one_kind_or_blanks(String text, String lines, String line) {
    assertThat(SafeText.lines(text)).isEqualTo(lines);
    assertThat(SafeText.line(text)).isEqualTo(line);
  }
}
