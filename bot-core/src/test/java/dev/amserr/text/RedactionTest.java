package dev.amserr.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://a.example/b?token=x&y=1 404 | https://a.example/b?*** 404",
        "https://user:pass@a.example/b | https://***@a.example/b",
        "https://a.example/b#access_token=x | https://a.example/b#***",
        "token=abc next | token=*** next",
        "{\"api_key\": \"abc\", \"n\": 1} | {\"api_key\": \"***\", \"n\": 1}",
        "Password: hunter2 | Password: ***",
        "Authorization: Bearer abcdefgh.ijk-l | Authorization: Bearer ***",
        "sig=a%2Fb&se=2026 | sig=***&se=2026",
      })
  void secrets_are_replaced(String text, String redacted) {
    assertThat(Redaction.redact(text)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x80070005",
        "GET /live/seg_1.m4s 404",
        "tokens: none, the bearer is ill",
        "https://a.example/manifest(format=m3u8-cmaf)",
      })
  void other_text_stays(String text) {
    assertThat(Redaction.redact(text)).isEqualTo(text);
  }
}
