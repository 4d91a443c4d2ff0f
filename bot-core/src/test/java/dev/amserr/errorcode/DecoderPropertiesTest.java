package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for any text. */
class DecoderPropertiesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PIECES =
      List.of(
          "0x80070005",
          "0x",
          "Ox20200194",
          "-2147024891",
          "80070005h",
          "404",
          "&H8",
          "0x8004C6??",
          "E_ACCESSDENIED",
          "Forbidden",
          "code=",
          "status: ",
          "https://a/b?token=x",
          "<Error>",
          "</Error>",
          "<ErrorCode>",
          "{\"code\":",
          "\"",
          "}",
          "[",
          "]",
          ",",
          "\n",
          " ",
          "\ud800",
          "\udc00",
          "０ｘ",
          "\u2212",
          "'",
          "amp ",
          "win32:",
          "2026-08-21T10:15:42.404Z",
          "10.0.3.4",
          "80070005-0000-4000-8000-000000000057",
          "Server is busy. More than ",
          " requests",
          "\u0000",
          "<!DOCTYPE x [",
          "]>",
          "&e;",
          "18446744071562526725",
          "1,000,000");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(200);
    Arbitrary<String> pieced =
        Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    return Arbitraries.oneOf(any, pieced);
  }

  @Property(tries = 1_500, shrinking = ShrinkingMode.BOUNDED)
  void any_text_has_an_answer_within_the_bounds(@ForAll("texts") String text) throws IOException {
    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(decoding.codes()).hasSizeLessThanOrEqualTo(Decoder.MOST_CODES);
    for (DecodedCode code : decoding.codes()) {
      assertThat(code.count()).isPositive();
      assertThat(code.readings()).hasSizeLessThanOrEqualTo(Decoder.MOST_READINGS);
      assertThat(code.readings()).allMatch(reading -> !reading.why().isEmpty());
    }
  }

  @Property(tries = 1_500, shrinking = ShrinkingMode.BOUNDED)
  void the_json_of_any_text_is_well_formed_and_complete(@ForAll("texts") String text)
      throws IOException {
    Decoding decoding = Shipped.DECODER.decode(text);

    JsonNode json = JSON.readTree(DecodingJson.decoding(decoding));

    assertThat(json.get("codes").size()).isEqualTo(decoding.codes().size());
    assertThat(json.get("input").asText()).isEqualTo(decoding.input());
    for (JsonNode code : json.get("codes")) {
      for (JsonNode reading : code.get("readings")) {
        assertThat(reading.fieldNames())
            .toIterable()
            .contains("system", "name", "value", "match", "facts", "retry", "source", "why");
      }
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void any_answer_can_be_shown(@ForAll("texts") String text) {
    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(DecodingReply.of(decoding).cards().isEmpty() && !decoding.codes().isEmpty())
        .isFalse();
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void the_cache_changes_no_answer(@ForAll("texts") String text) {
    Decoding cached = Shipped.DECODER.decode(text);

    assertThat(Shipped.DECODER.decode(text)).isEqualTo(cached);
    assertThat(Shipped.DECODER.decodeFresh(text, null)).isEqualTo(cached);
  }

  @Provide
  Arbitrary<Integer> failures() {
    Arbitrary<Integer> any = Arbitraries.integers().between(Integer.MIN_VALUE, -0x10001);
    Arbitrary<Integer> documented =
        Arbitraries.of(
            Shipped.CATALOGS.entries().stream()
                .filter(entry -> entry.numbers() == NumberSpace.HRESULT && entry.hasValue())
                .map(entry -> (int) entry.value())
                .filter(bits -> bits < -0x10000)
                .toList());
    return Arbitraries.oneOf(any, documented);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void every_spelling_of_a_failure_has_the_same_readings(@ForAll("failures") int bits) {
    String hex = String.format(Locale.ROOT, "%08X", bits);
    List<String> expected = Shipped.answers("0x" + hex);

    assertThat(expected).isNotEmpty();
    assertThat(
            List.of(
                "0x" + hex.toLowerCase(Locale.ROOT),
                "0X" + hex,
                "&H" + hex,
                hex + "h",
                hex,
                "0x" + hex + "L",
                "0x" + hex + "UL",
                "(HRESULT)0x" + hex + "L",
                "0x" + hex.substring(0, 4) + "'" + hex.substring(4),
                "0xFFFFFFFF" + hex,
                Integer.toString(bits),
                "\u2212" + Long.toString(-(long) bits),
                String.format(Locale.ROOT, "%,d", bits),
                Long.toString(bits & 0xFFFF_FFFFL),
                Long.toUnsignedString(bits),
                "Ox" + hex,
                "`0x" + hex + "`.",
                "“0x" + hex + "”"))
        .allSatisfy(
            spelling -> assertThat(Shipped.answers(spelling)).as(spelling).isEqualTo(expected));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void an_undocumented_value_never_gets_a_name(@ForAll("failures") int bits) {
    long value = bits & 0xFFFF_FFFFL;

    List<Reading> readings =
        Shipped.DECODER.decode(NumberSpace.hex(value, 8)).codes().get(0).readings();

    boolean documented =
        Shipped.CATALOGS.byHresult(value).stream()
                .anyMatch(entry -> entry.name() != null && !entry.system().pinnedOnly())
            || readings.stream().anyMatch(reading -> reading.system().id().equals("amp"));
    assertThat(readings.get(0).name() != null).isEqualTo(documented);
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void a_repeated_text_has_the_same_codes_as_once(@ForAll("failures") int bits) {
    String code = NumberSpace.hex(bits, 8);

    Decoding decoding = Shipped.DECODER.decode((code + " and\n").repeat(50));

    assertThat(decoding.codes())
        .singleElement()
        .satisfies(found -> assertThat(found.count()).isEqualTo(50));
  }
}
