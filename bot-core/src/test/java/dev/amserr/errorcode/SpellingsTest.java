package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x80070005",
        "0X80070005",
        "&H80070005",
        "&h80070005&",
        "80070005h",
        "80070005H",
        "80070005",
        "0x80070005L",
        "0x80070005UL",
        "0x80070005ul",
        "0x80070005LL",
        "(HRESULT)0x80070005L",
        "((HRESULT)0x80070005)",
        "static_cast<HRESULT>(0x80070005)",
        "0x8007'0005",
        "0x8007_0005",
        "-2147024891",
        "-2,147,024,891",
        "-2'147'024'891",
        "\u22122147024891",
        "2147942405",
        "2,147,942,405",
        "2147942405U",
        "0xFFFFFFFF80070005",
        "FFFFFFFF80070005",
        "18446744071562526725",
        "Ox80070005",
        "ox80070005",
        "０ｘ８００７０００５",
        "`0x80070005`.",
        "```0x80070005```",
        "\"0x80070005\"",
        "“0x80070005”",
        "<b>0x80070005</b>",
        "**0x80070005**",
        "[0x80070005]",
        "hr=0x80070005",
        "hr=80070005;",
        "Error: 0x80070005!",
        "code:0x80070005,",
        "0x80070005?",
        "\t0x80070005\r\n",
        "\u00a00x80070005\u00a0",
        "\ufeff0x80070005",
      })
  void every_spelling_of_a_32_bit_code_is_the_same_code(String text) {
    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(decoding.codes()).hasSize(1);
    assertThat(decoding.codes().get(0).readings())
        .extracting(Reading::name)
        .containsExactly("E_ACCESSDENIED", "ERROR_ACCESS_DENIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x20200194",
        "20200194h",
        "538968468",
        "538,968,468",
        "amp 20200194h",
        "amp.errorCode.networkErrHttpUrlNotFound",
        "networkErrHttpUrlNotFound",
        "NETWORKERRHTTPURLNOTFOUND",
        "network err http url not found",
        "network-err-http-url-not-found",
        "\"networkErrHttpUrlNotFound\"",
        "0x0200194",
        "0200194",
      })
  void every_spelling_of_a_player_code_is_the_same_code(String text) {
    assertThat(Shipped.best(text).name()).isEqualTo("networkErrHttpUrlNotFound");
  }

  @ParameterizedTest
  @CsvSource({
    "mpe_mgmt_publishing_point_not_found, MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
    "MPE MGMT Publishing Point Not Found, MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
    "mpe-mgmt-publishing-point-not-found, MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
    "ErrorParsingConfiguration, ErrorParsingConfiguration",
    "error parsing configuration, ErrorParsingConfiguration",
    "'`TransientError`,', TransientError",
  })
  void names_are_read_in_any_case_with_blanks_or_dashes(String text, String name) {
    assertThat(Shipped.best(text).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ox80070005", "ox80070005", "OX80070005"})
  void a_letter_in_place_of_the_zero_is_repaired_and_said_so(String text) {
    DecodedCode code = Shipped.DECODER.decode(text).codes().get(0);

    assertThat(code.text()).isEqualTo(text);
    assertThat(code.repaired()).isEqualTo("0x80070005");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x8007005", "0x807005", "0x800700057", "0x08007005"})
  void a_number_with_lost_or_doubled_digits_is_never_filled_up(String text) {
    assertThat(Shipped.answers(text)).noneMatch(answer -> answer.contains("ACCESS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "7654321", "0800700", "8088002"})
  void seven_digits_are_a_code_only_in_a_category_of_the_player(String text) {
    assertThat(Shipped.answers("lot " + text + " packed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "20200194", "00000005", "deadbee", "cafe"})
  void hex_without_prefix_needs_eight_digits_from_8_on(String text) {
    assertThat(Shipped.answers("lot " + text + " packed")).isEmpty();
  }

  @Test
  void a_list_of_statuses_is_no_thousands_separator() {
    Decoding decoding = Shipped.DECODER.decode("404,500,503");

    assertThat(decoding.codes()).extracting(DecodedCode::text).containsExactly("404", "500", "503");
  }

  @Test
  void different_spellings_of_one_code_are_counted_together() {
    Decoding decoding =
        Shipped.DECODER.decode("0x80070005 -2147024891 2147942405 80070005h 0x8007'0005");

    assertThat(decoding.codes())
        .singleElement()
        .satisfies(code -> assertThat(code.count()).isEqualTo(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id=80070005-0000-4000-8000-000000000057",
        "{80070005-0000-4000-8000-000000000057}",
        "2026-08-21T10:15:42.404Z",
        "2026-08-21 10:15:42,404",
        "10.0.3.4:8080",
        "[2001:db8::404]:443",
        "host edge-301 up",
        "GET /live/404/seg_1001.m4s",
        "https://cdn.example.com/404/500?code=0x80070005",
        "segment_00404.ts written",
        "version 4.0.4 of 404kbps",
        "port 8080 is open",
        "took 404ms of 500 ms",
        "0.404 of 1.500",
        "404%",
        "user@404",
        "#404abc",
        "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6",
      })
  void what_only_looks_like_a_code_is_none(String text) {
    assertThat(Shipped.answers("worker: " + text + " done")).isEmpty();
  }
}
