package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

  // FIPS 180-2, appendix B.1: SHA-256 of "abc".
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void a_token_matches_its_hash_alone() {
    TokenHash hash = TokenHash.parse(ABC).orElseThrow();

    assertThat(hash.matches("abc")).isTrue();
    assertThat(hash.matches("abd")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void capital_digits_are_the_same_hash() {
    assertThat(TokenHash.parse(ABC.toUpperCase(Locale.ROOT))).contains(TokenHash.of("abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
  void anything_but_64_hex_digits_is_refused(String text) {
    assertThat(TokenHash.parse(text)).isEmpty();
  }

  @Test
  void it_prints_without_its_digits() {
    assertThat(TokenHash.of("abc")).hasToString("sha256:***");
  }
}
