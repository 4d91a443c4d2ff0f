package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is pasted: an answer, in bounded time and memory, and nothing outside is touched. */
class HostileInputTest {

  /**
   * Generous on purpose: quadratic work on a megabyte takes minutes, linear work well below 1 s.
   */
  private static final Duration BOUND = Duration.ofSeconds(15);

  static Stream<Arguments> megabytes() {
    int size = Decoder.LONGEST_TEXT;
    byte[] binary = new byte[size];
    new Random(7).nextBytes(binary);
    return Stream.of(
        Arguments.of("letters", "A".repeat(size)),
        Arguments.of("digits", "9".repeat(size)),
        Arguments.of("hex digits", "0x" + "f".repeat(size)),
        Arguments.of("prefixes", "0x".repeat(size / 2)),
        Arguments.of("minus signs", "-".repeat(size)),
        Arguments.of("minus and digit", "-1".repeat(size / 2)),
        Arguments.of("groups", "1" + ",000".repeat(size / 4)),
        Arguments.of("statuses", "404,".repeat(size / 4)),
        Arguments.of("addresses", "a://".repeat(size / 4)),
        Arguments.of("address of commas", "https://x/" + ",4".repeat(size / 2)),
        Arguments.of("keys", "code=".repeat(size / 5)),
        Arguments.of("blanks", " ".repeat(size)),
        Arguments.of("line breaks", "\n".repeat(size)),
        Arguments.of("open elements", "<a>".repeat(size / 3)),
        Arguments.of("one long element", "<" + "a".repeat(size)),
        Arguments.of("open brackets", "[".repeat(size)),
        Arguments.of("nested objects", "{\"code\":".repeat(size / 8)),
        Arguments.of("one long number in JSON", "[" + "1".repeat(size) + "]"),
        Arguments.of("underscores", "_a".repeat(size / 2)),
        Arguments.of("camel humps", "aB".repeat(size / 2)),
        Arguments.of("heads of a message", "Server is busy. ".repeat(size / 16)),
        Arguments.of(
            "heads of a message with digits", "Server is busy. More than 1".repeat(40_000)),
        Arguments.of("regular expression bait", "a".repeat(size - 1) + "!"),
        Arguments.of("secrets", "token=".repeat(size / 6)),
        Arguments.of("wildcards", "0x8004C6?? ".repeat(size / 11)),
        Arguments.of("distinct wildcards", distinctWildcards(size)),
        Arguments.of("full width", "０ｘ".repeat(size / 2)),
        Arguments.of("half pairs", "\ud800".repeat(size)),
        Arguments.of("binary", new String(binary, StandardCharsets.ISO_8859_1)),
        Arguments.of("binary as UTF-8", new String(binary, StandardCharsets.UTF_8)),
        Arguments.of("distinct codes", distinctCodes(size)));
  }

  private static String distinctCodes(int size) {
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; text.length() < size; i++) {
      text.append(NumberSpace.hex(0x8000_0000L + i * 7919L, 8)).append(' ');
    }
    return text.toString();
  }

  private static String distinctWildcards(int size) {
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; text.length() < size; i++) {
      text.append(NumberSpace.hex(i * 16L, 8), 0, 9).append("? ");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("megabytes")
  void a_megabyte_of_anything_is_answered_in_time(String name, String text) {
    Duration[] took = new Duration[1];

    Decoding decoding = timed(text, took);

    assertThat(took[0]).isLessThan(BOUND);
    assertThat(decoding.codes()).hasSizeLessThanOrEqualTo(Decoder.MOST_CODES);
    assertThat(decoding.inputCut()).isTrue();
  }

  private static Decoding timed(String text, Duration[] took) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Decoding decoding = Shipped.DECODER.decode(text);
    took[0] = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    return decoding;
  }

  @Test
  void of_more_than_a_megabyte_only_the_beginning_is_read() {
    String text = "x ".repeat(Decoder.LONGEST_TEXT / 2) + "0x80070005";

    Decoding decoding = Shipped.DECODER.decode(text);

    assertThat(decoding.codes()).isEmpty();
    assertThat(decoding.inputCut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "-",
        "+",
        "&",
        "&H",
        "0x",
        "0X?",
        "Ox",
        "0x????????",
        "h",
        "'",
        "<",
        "<>",
        "{",
        "}",
        "[]",
        "{}",
        "<a/>",
        "\ufeff",
        "\ud83d",
        "\ude00\ud83d",
        "://",
        "a://",
        "code=",
        "--1",
        "1,",
        "0x'",
        "(HRESULT)",
        "\u0130\u0131",
      })
  void scraps_are_answered(String text) {
    assertThatCode(() -> DecodingReply.of(Shipped.DECODER.decode(text))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890123456789012345",
        "-1234567890123456789012345",
        "0x1234567890123456789012345",
        "99999999999999999999999999999999",
        "error code 1234567890123456789012345",
      })
  void numbers_beyond_64_bits_are_no_codes(String text) {
    assertThat(Shipped.answers(text)).isEmpty();
  }

  @Test
  void halves_of_pairs_become_replacement_characters_and_json_stays_readable() throws IOException {
    Decoding decoding = Shipped.DECODER.decode("\ud800 0x80070005 \udc00");

    byte[] json = DecodingJson.decoding(decoding);

    assertThat(new ObjectMapper().readTree(json).get("input").asText())
        .isEqualTo("\ufffd 0x80070005 \ufffd");
  }

  @Test
  void an_entity_bomb_is_text() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"0x80070005\">");
    for (int i = 1; i < 30; i++) {
      String before = "&a" + (i - 1) + ";";
      bomb.append("<!ENTITY a").append(i).append(" \"").append(before.repeat(10)).append("\">");
    }
    bomb.append("]><x><ErrorCode>&a29;</ErrorCode></x>");
    Duration[] took = new Duration[1];

    Decoding decoding = timed(bomb.toString(), took);

    assertThat(took[0]).isLessThan(BOUND);
    assertThat(decoding.codes())
        .singleElement()
        .satisfies(code -> assertThat(code.count()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><x><ErrorCode>&e;</ErrorCode></x>",
        "<!DOCTYPE x SYSTEM \"%s\"><x><ErrorCode>1</ErrorCode></x>",
        "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><x/>",
        "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\"/></x>",
      })
  void external_entities_reach_no_file(String template, @TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "0x8088002E");

    Decoding decoding = Shipped.DECODER.decode(template.formatted(secret.toUri()));

    assertThat(Shipped.answers(decoding)).noneMatch(answer -> answer.startsWith("iis-management"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><x><ErrorCode>&e;</ErrorCode></x>",
        "<!DOCTYPE x SYSTEM \"%s\"><x><ErrorCode>1</ErrorCode></x>",
        "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><x/>",
        "<x xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:noNamespaceSchemaLocation=\"%s\"/>",
      })
  void external_entities_reach_no_server(String template) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);

      Shipped.DECODER.decode(
          template.formatted("http://127.0.0.1:" + server.getLocalPort() + "/x.dtd"));

      assertThatCode(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
