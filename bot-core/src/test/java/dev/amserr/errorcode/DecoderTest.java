package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0x80070005 | hresult | E_ACCESSDENIED",
        "0X80070005 | hresult | E_ACCESSDENIED",
        "80070005 | hresult | E_ACCESSDENIED",
        "80070005h | hresult | E_ACCESSDENIED",
        "0x80070005UL | hresult | E_ACCESSDENIED",
        "(HRESULT)0x80070005L | hresult | E_ACCESSDENIED",
        "0x8007'0005 | hresult | E_ACCESSDENIED",
        "-2147024891 | hresult | E_ACCESSDENIED",
        "-2,147,024,891 | hresult | E_ACCESSDENIED",
        "2147942405 | hresult | E_ACCESSDENIED",
        "18446744071562526725 | hresult | E_ACCESSDENIED",
        "`0x80070005`. | hresult | E_ACCESSDENIED",
        "Ox80070005 | hresult | E_ACCESSDENIED",
        "0x5 | win32 | ERROR_ACCESS_DENIED",
        "Error Access Denied | win32 | ERROR_ACCESS_DENIED",
        "error-access-denied | win32 | ERROR_ACCESS_DENIED",
        "0x20200194 | amp | networkErrHttpUrlNotFound",
        "538968468 | amp | networkErrHttpUrlNotFound",
        "0x80890200 | ams-streaming-endpoint | MPE_FRAGMENT_NOT_READY",
        "0x8088002E | iis-management | MPE_MGMT_PUBLISHING_POINT_NOT_FOUND",
        "404 | http | Not Found",
      })
  void every_spelling_has_its_documented_reading_first(String text, String system, String name) {
    Decoding decoding = DECODER.decode(text);

    assertThat(decoding.codes()).hasSize(1);
    Reading best = decoding.codes().get(0).readings().get(0);
    assertThat(best.system().id()).isEqualTo(system);
    assertThat(best.name()).isEqualTo(name);
  }

  @Test
  void a_healthy_log_line_has_no_codes() {
    Decoding decoding =
        DECODER.decode("bitrate=2000000 width=1920 fps=30 pts=404000 segment 1003 loaded");

    assertThat(decoding.answered()).isFalse();
  }
}
