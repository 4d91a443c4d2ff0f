package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure Media Player by bits: technology 31–28, category 27–20, detail 19–0. */
class PlayerBitsTest {

  @ParameterizedTest
  @CsvSource({
    "0x20100ABC, MEDIA_ERR_ABORTED, You aborted the video playback",
    "0x20300ABC, MEDIA_ERR_DECODE, The video playback was aborted due to a corruption problem",
    "0x20500ABC, MEDIA_ERR_ENCRYPTED, The video is encrypted and we do not have the keys",
    "0x2FF00ABC, MEDIA_ERR_UNKNOWN, An unknown error occurred.",
  })
  void the_category_is_compared_for_equality_not_by_its_bits(
      String text, String category, String userMessage) {
    Reading reading = Shipped.best(text);

    assertThat(reading.name()).isEqualTo(category);
    assertThat(reading.userMessage()).startsWith(userMessage);
  }

  @Test
  void an_unlisted_detail_gives_the_category_and_says_that_it_is_not_documented() {
    Reading reading = Shipped.best("0x20500ABC");

    assertThat(reading.match()).isEqualTo(Match.DERIVED);
    assertThat(reading.confidence()).isEqualTo("category");
    assertThat(reading.value()).isEqualTo("0x00500ABC");
    assertThat(reading.meaning()).endsWith("Detail not documented.");
    assertThat(reading.facts())
        .containsEntry("tech", "AzureHtml5JS (2)")
        .containsEntry("category", "MEDIA_ERR_ENCRYPTED (0x05)")
        .containsEntry("detail", "0x00ABC");
  }

  @Test
  void every_status_from_400_to_599_is_an_answer_of_the_server_though_unlisted() {
    for (int status = 400; status <= 599; status++) {
      String code = String.format(Locale.ROOT, "0x20200%03X", status);

      Reading reading = Shipped.best(code);

      assertThat(reading.system().id()).as(code).isEqualTo("amp");
      assertThat(reading.httpStatus()).as(code).isEqualTo(status);
      assertThat(reading.userMessage())
          .as(code)
          .isEqualTo("A network error caused the video download to fail part-way.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x2020018F", "0x20200258"})
  void beside_the_statuses_the_detail_is_no_status(String code) {
    assertThat(Shipped.best(code).httpStatus()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00600003", "0x0600003", "0x10600003"})
  void both_plug_ins_missing_in_every_form(String text) {
    Reading reading = Shipped.best(text);

    assertThat(reading.system().id()).isEqualTo("amp");
    assertThat(reading.value()).isEqualTo("0x00600003");
    assertThat(reading.meaning()).contains("Flash").contains("Silverlight");
    assertThat(reading.userMessage()).isEqualTo("No compatible source was found for this video.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x70200194", "0xF0200194", "0x20700194", "0x2FE00194"})
  void an_unknown_technology_or_category_is_no_player_code(String text) {
    assertThat(Shipped.answers(text)).noneMatch(answer -> answer.startsWith("amp:"));
  }

  @Test
  void a_pinned_player_shows_the_bits_of_an_unknown_category() {
    Reading reading = Shipped.best(Shipped.DECODER.decode("0x20700194", Shipped.system("amp")));

    assertThat(reading.name()).isNull();
    assertThat(reading.facts()).containsEntry("category", "not documented (0x07)");
  }

  @Test
  void the_status_in_a_player_code_is_a_reading_below_it() {
    assertThat(Shipped.answers("0x20200194"))
        .containsExactly("amp:networkErrHttpUrlNotFound", "http:Not Found");
  }
}
