package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguityTest {

  @Test
  void a_bare_404_has_a_reading_of_each_system_in_a_fixed_order_and_each_has_a_reason() {
    List<Reading> readings = Shipped.DECODER.decode("404").codes().get(0).readings();

    assertThat(readings)
        .extracting(reading -> reading.system().id())
        .containsExactly(
            "http",
            "ams-rest",
            "ams-streaming-endpoint",
            "amp",
            "iis-management",
            "win32",
            "hresult");
    assertThat(readings).extracting(Reading::why).doesNotContain("").doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http, http:Not Found",
    "ams-rest, ams-rest:Not Found",
    "ams-streaming-endpoint, ams-streaming-endpoint:Not Found",
    "amp, amp:networkErrHttpUrlNotFound",
    "iis-management, iis-management:MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
    "win32, win32:ERROR_CLOUD_FILE_PROVIDER_TERMINATED",
  })
  void a_pinned_system_gives_its_reading_only(String system, String reading) {
    Decoding decoding = Shipped.DECODER.decode("404", Shipped.system(system));

    assertThat(Shipped.answers(decoding)).containsExactly(reading);
  }

  @ParameterizedTest
  @ValueSource(strings = {"win32 5", "Win32: 5", "windows 5", "WIN32 0x5"})
  void the_name_of_a_system_in_front_pins_it(String text) {
    assertThat(Shipped.answers(text)).containsExactly("win32:ERROR_ACCESS_DENIED");
  }

  @Test
  void a_name_of_several_words_pins_too() {
    assertThat(Shipped.answers("azure media player 404"))
        .containsExactly("amp:networkErrHttpUrlNotFound");
  }

  @Test
  void a_system_in_a_sentence_pins_nothing() {
    assertThat(Shipped.answers("http errors: got 404 and then 0x80070005"))
        .contains("http:Not Found", "hresult:E_ACCESSDENIED");
  }

  @Test
  void a_system_that_must_be_named_is_silent_otherwise() {
    assertThat(Shipped.answers("2000")).noneMatch(answer -> answer.startsWith("ams-dotnet-sdk"));
    assertThat(Shipped.answers("ams-dotnet-sdk WebException"))
        .containsExactly("ams-dotnet-sdk:WebException");
  }
}
