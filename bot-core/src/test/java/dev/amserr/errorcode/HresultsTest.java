package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HresultsTest {

  @ParameterizedTest
  @CsvSource({
    "0x80070005, failure, no, FACILITY_WIN32 (7), 0x0005 (5)",
    "0x00030201, success, no, FACILITY_STORAGE (3), 0x0201 (513)",
    "0xA0041234, failure, yes: not one of Microsoft's own codes, FACILITY_ITF (4), 0x1234 (4660)",
  })
  void the_bits_are_severity_customer_facility_and_code(
      String text, String severity, String customer, String facility, String code) {
    ErrorSystem hresult = Shipped.system("hresult");

    Reading reading = Shipped.best(Shipped.DECODER.decode(text, hresult));

    assertThat(reading.facts())
        .containsEntry("severity", severity)
        .containsEntry("customer", customer)
        .containsEntry("facility", facility)
        .containsEntry("code", code);
  }

  @Test
  void the_whole_value_decides_before_the_facility() {
    Reading reading = Shipped.best("0x8088002E");

    assertThat(reading.system().id()).isEqualTo("iis-management");
    assertThat(reading.name()).isEqualTo("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
    assertThat(reading.facts().get("facility"))
        .isEqualTo("136 (FACILITY_DRVSERVICING in Windows' headers, but the whole value decides)");
  }

  @Test
  void an_unlisted_value_of_that_facility_keeps_the_name_of_windows_headers() {
    Reading reading = Shipped.best("0x8088FFFF");

    assertThat(reading.name()).isNull();
    assertThat(reading.facts()).containsEntry("facility", "FACILITY_DRVSERVICING (136)");
  }

  @Test
  void a_wrapped_win32_code_is_a_reading_below_its_wrapper() {
    assertThat(Shipped.answers("0x80070005"))
        .containsExactly("hresult:E_ACCESSDENIED", "win32:ERROR_ACCESS_DENIED");
  }

  @Test
  void a_wrapper_without_a_name_says_what_it_wraps() {
    Reading reading = Shipped.best("0x80070002");

    assertThat(reading.name()).isNull();
    assertThat(reading.meaning()).contains("ERROR_FILE_NOT_FOUND");
    assertThat(Shipped.answers("0x80070002"))
        .containsExactly("hresult:null", "win32:ERROR_FILE_NOT_FOUND");
  }

  @Test
  void a_wrapped_http_status_is_a_reading_below_its_wrapper() {
    assertThat(Shipped.answers("0x80190194"))
        .containsExactly("hresult:HTTP_E_STATUS_NOT_FOUND", "http:Not Found");
  }

  @ParameterizedTest
  @CsvSource({"0xA0070005", "0x00070005"})
  void a_customer_or_success_code_wraps_nothing(String text) {
    assertThat(Shipped.answers(text)).noneMatch(answer -> answer.startsWith("win32:"));
  }

  @ParameterizedTest
  @CsvSource({
    "E_ACCESSDENIED, 0x80070005",
    "E_FAIL, 0x80004005",
    "E_INVALIDARG, 0x80070057",
    "E_NOTIMPL, 0x80004001",
    "E_OUTOFMEMORY, 0x8007000E",
    "E_NOINTERFACE, 0x80004002",
    "E_POINTER, 0x80004003",
    "E_HANDLE, 0x80070006",
    "E_ABORT, 0x80004004",
  })
  void by_name_the_value_in_use_comes_before_that_of_old_headers(String name, String value) {
    assertThat(Shipped.best(name).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"-22", "-1", "-12938"})
  void a_small_negative_number_is_no_hresult(String text) {
    assertThat(Shipped.answers(text)).isEmpty();
  }
}
