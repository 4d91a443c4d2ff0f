package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

  private static final String NAMESPACE =
      " xmlns=\"http://schemas.microsoft.com/iis/media/2011/03/streaming/management\"";

  private static String error(String namespace, String message, String internalError) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <SmoothStreaming%s>
          <Error>
            <ErrorCode>0x8088002E</ErrorCode>
            <ErrorMessage>%s</ErrorMessage>
            <InternalError>%s</InternalError>
          </Error>
        </SmoothStreaming>
        """
        .formatted(namespace, message, internalError);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", NAMESPACE})
  void an_error_of_the_management_api_gives_its_code_and_the_internal_error(String namespace) {
    String text = error(namespace, "The publishing point was not found.", "0x80070002");

    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(decoding.codes())
        .extracting(DecodedCode::text)
        .containsExactly("0x8088002E", "0x80070002");
    assertThat(Shipped.answers(decoding))
        .contains(
            "iis-management:MPE_MGMT_PUBLISHING_POINT_NOT_FOUND", "win32:ERROR_FILE_NOT_FOUND");
  }

  @Test
  void an_empty_internal_error_is_no_code() {
    String text = error(NAMESPACE, "The publishing point was not found.", "");

    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(decoding.codes()).extracting(DecodedCode::text).containsExactly("0x8088002E");
  }

  @Test
  void a_message_as_documented_is_confirmed() {
    String text = error("", "The publishing point was not found.", "");

    assertThat(Shipped.best(text).facts()).containsEntry("message", "as documented");
  }

  @Test
  void a_message_that_differs_is_shown_without_its_secrets() {
    String text = error("", "Not there: token=hunter2", "");

    assertThat(Shipped.best(text).facts())
        .containsEntry("message", "differs from the documented one: Not there: token=***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"code\": \"0x80070005\"} | hresult:E_ACCESSDENIED",
        "{\"errorCode\": -2147024891} | hresult:E_ACCESSDENIED",
        "{\"error\": {\"code\": 538968468, \"message\": \"x\"}} | amp:networkErrHttpUrlNotFound",
        "{\"HResult\": \"80070005\"} | hresult:E_ACCESSDENIED",
        "{\"resultCode\": \"MPE_RTMP_APPID_AUTH_FAILURE\"} | ams-live-event:MPE_RTMP_APPID_AUTH_FAILURE",
        "{\"status\": 404} | http:Not Found",
        "{\"statusCode\": \"503\"} | http:Service Unavailable",
        "[{\"errorCode\": \"DownloadNotAccessible\"}] | ams-job:DownloadNotAccessible",
        "{\"ErrorDetail\": {\"Code\": \"Unknown\"}} | ams-encoding:Unknown",
        "{\"lastError\": 5} | win32:ERROR_ACCESS_DENIED",
      })
  void json_is_read_by_the_keys_that_errors_travel_under(String text, String reading) {
    assertThat(Shipped.answers(text)).contains(reading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"account\": \"111122223333\", \"port\": 404, \"width\": 500}",
        "{\"zipCode\": 404, \"timecode\": 500, \"barcode\": \"403\"}",
        "{\"id\": \"80070005-0000-4000-8000-000000000057\", \"bitrate\": 2000000}",
        "{\"name\": \"Forbidden\"}",
      })
  void numbers_and_words_under_other_keys_are_no_codes(String text) {
    assertThat(Shipped.answers(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<SmoothStreaming><Error><ErrorCode>0x8088002E</ErrorCode>",
        "<a><b>0x8088002E</a></b>",
        "{\"code\": \"0x8088002E\"",
        "{\"code\": 0x8088002E}",
        "[1, 2, \"0x8088002E\"",
        "response: {\"code\":\"0x8088002E\"} after 3 tries",
        "<!DOCTYPE x []><x>0x8088002E</x>",
      })
  void what_does_not_parse_is_read_as_text(String text) {
    assertThat(Shipped.answers(text))
        .contains("iis-management:MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
  }

  @Test
  void a_document_of_too_many_fields_is_read_as_text_to_its_end() {
    String text = "[" + "\"none\",".repeat(30_000) + "\"0x8088002E\"]";

    assertThat(Shipped.answers(text))
        .containsExactly("iis-management:MPE_MGMT_PUBLISHING_POINT_NOT_FOUND", "http:Not Found");
  }

  @Test
  void a_log_gives_each_distinct_code_once_with_its_count_in_the_order_of_the_text() {
    Decoding decoding =
        Shipped.DECODER.decode(
            """
            10:15:42 origin-3 open failed hr=0x80070002
            10:15:43 origin-3 GET /a/manifest 404
            10:15:44 origin-3 open failed hr=0x80070002
            10:15:45 encoder MPE_RTMP_APPID_AUTH_FAILURE
            10:15:46 origin-3 GET /a/manifest 404
            10:15:47 origin-3 GET /a/manifest 200
            """);

    assertThat(decoding.codes())
        .extracting(DecodedCode::text, DecodedCode::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("0x80070002", 2),
            org.assertj.core.groups.Tuple.tuple("404", 2),
            org.assertj.core.groups.Tuple.tuple("MPE_RTMP_APPID_AUTH_FAILURE", 1));
  }

  @Test
  void of_more_than_a_thousand_codes_the_others_are_counted() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      text.append(NumberSpace.hex(0x8009_0000L + i, 8)).append('\n');
      text.append(NumberSpace.hex(0x8009_0000L + i, 8)).append('\n');
    }

    Decoding decoding = Shipped.DECODER.decode(text.toString());

    assertThat(decoding.codes()).hasSize(1_000).allMatch(code -> code.count() == 2);
    assertThat(decoding.moreCodes()).isEqualTo(500);
  }
}
