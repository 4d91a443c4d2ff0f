package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Tone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the colour of an answer says before it is read. */
class DecodingReplyTest {

  @ParameterizedTest
  @CsvSource({
    "0x8088002E, BAD",
    "404, BAD",
    "http 404, BAD",
    "ERROR_ACCESS_DENIED, BAD",
    "S_OK, INFO",
    "0x00000000, INFO",
    "ERROR_SUCCESS, INFO",
    "http 204, INFO",
    "MPE_MGMT_PUBLISHING_POINT_NOT_FOUNT, NEUTRAL",
  })
  void a_code_of_success_is_no_problem_and_a_guess_is_neither(String text, Tone tone) {
    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(DecodingReply.of(decoding).cards().get(0).tone()).isEqualTo(tone);
  }
}
