package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance cases that concern the shipped systems, and what their notes demand. */
class DecodeCasesTest {

  /** As a name of its own, so that reports show it. */
  record Case(String id, String input, int codes, List<String> readings) {

    static Case of(String[] row) {
      return new Case(row[0], row[1], Integer.parseInt(row[2]), Shipped.cells(row[3]));
    }
  }

  static Stream<Case> cases() {
    return Shipped.table("decode-cases.tsv").stream().map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_acceptance_case_has_its_readings_and_no_other_codes(Case each) {
    Decoding decoding = Shipped.DECODER.decode(each.input());

    assertThat(Shipped.answers(decoding)).containsAll(each.readings());
    assertThat(decoding.codes().stream().filter(code -> code.best().isPresent()))
        .hasSize(each.codes());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_without_readings_gets_no_invented_name(Case each) {
    List<String> answers = Shipped.answers(each.input());

    if (each.readings().isEmpty()) {
      assertThat(answers).allMatch(answer -> answer.endsWith(":null"));
    } else {
      assertThat(answers).isNotEmpty();
    }
  }

  @Test
  void n01_shows_what_the_bits_of_an_hresult_say() {
    Reading reading = Shipped.best("0x80070005");

    assertThat(reading.facts())
        .containsEntry("signed", "-2147024891")
        .containsEntry("unsigned", "2147942405")
        .containsEntry("facility", "FACILITY_WIN32 (7)")
        .containsEntry("code", "0x0005 (5)");
  }

  @Test
  void n19_counts_a_repeated_code_once() {
    Decoding decoding = Shipped.DECODER.decode("0x80070005, 0x80070005");

    assertThat(decoding.codes()).singleElement().satisfies(c -> assertThat(c.count()).isEqualTo(2));
  }

  @Test
  void n20_offers_what_seven_digits_may_have_been_and_fills_up_no_zeros() {
    Decoding decoding = Shipped.DECODER.decode("0x8007005");

    assertThat(decoding.codes().get(0).readings())
        .allMatch(reading -> reading.match() == Match.GUESS)
        .extracting(Reading::value)
        .contains("0x80070005", "0x80070057")
        .doesNotContain("0x08007005");
  }

  @Test
  void n21_says_that_it_repaired_the_spelling() {
    Decoding decoding = Shipped.DECODER.decode("Ox80070005");

    assertThat(decoding.codes().get(0).repaired()).isEqualTo("0x80070005");
  }

  @Test
  void n22_reads_small_hex_as_win32_first() {
    assertThat(Shipped.answers("0x5")).first().isEqualTo("win32:ERROR_ACCESS_DENIED");
  }

  @Test
  void w17_masks_the_facility_with_13_bits() {
    Reading reading = Shipped.best("0x88890004");

    assertThat(reading.facts().get("facility")).contains("2185");
  }

  @Test
  void x11_finds_just_the_status_and_the_code_of_a_log_line() {
    Decoding decoding =
        Shipped.DECODER.decode(
            "2026-08-21T10:15:42.404Z edge-301 GET /seg_1001.m4s 404 0x80070002 12ms"
                + " 10.0.3.4:8080 id=80070005-0000-4000-8000-000000000057");

    assertThat(decoding.codes()).extracting(DecodedCode::text).containsExactly("404", "0x80070002");
  }

  @Test
  void x13_does_not_echo_the_token() {
    Decoding decoding =
        Shipped.DECODER.decode(
            "https://cdn.example.com/live/1001/manifest(format=m3u8-cmaf)?token=SECRET404 -> 403");

    String json = new String(DecodingJson.decoding(decoding), StandardCharsets.UTF_8);

    assertThat(json).doesNotContain("SECRET404").contains("\"text\":\"403\"");
  }

  @Test
  void u01_knows_the_bits_and_the_neighbours_of_an_unknown_code() {
    Reading reading = Shipped.best("0x8004ABCD");

    assertThat(reading.name()).isNull();
    assertThat(reading.facts())
        .containsEntry("severity", "failure")
        .containsEntry("facility", "FACILITY_ITF (4)")
        .containsEntry("code", "0xABCD (43981)");
    assertThat(reading.related()).isNotEmpty().allMatch(near -> near.name() != null);
  }

  @Test
  void u04_answers_a_long_paste_and_says_that_it_was_cut() {
    Decoding decoding = Shipped.DECODER.decode("A".repeat(99_999));

    assertThat(decoding.codes()).isEmpty();
    assertThat(decoding.inputCut()).isTrue();
    assertThat(decoding.input()).hasSizeLessThan(3_000);
  }

  @Test
  void u05_counts_five_thousand_repeats_as_one_code() {
    String line = "2026-08-21 worker 7 failed with 0x80070005 while opening x\n";

    Decoding decoding = Shipped.DECODER.decode(line.repeat(5_000));

    assertThat(decoding.codes())
        .singleElement()
        .satisfies(
            code -> {
              assertThat(code.count()).isEqualTo(5_000);
              assertThat(code.best().orElseThrow().name()).isEqualTo("E_ACCESSDENIED");
            });
  }
}
