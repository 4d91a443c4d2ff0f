package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "0x8088002E, 0",
    "404, 0",
    "0x8004ABCD, 0",
    "E_ACCESSDENIED, 0",
    "hello, 1",
    "0x8007005, 1",
    "E_ACESSDENIED, 1",
    "publishing point locked, 1",
  })
  void the_exit_code_says_whether_there_is_an_answer(String text, int exit) {
    Program program = Program.run("decode", text);

    assertThat(program.exit()).isEqualTo(exit);
    assertThat(program.err()).isEmpty();
    assertThat(program.out()).isNotBlank();
  }

  @Test
  void a_person_reads_what_it_is_what_the_viewer_saw_what_to_do_whether_to_retry_and_the_source() {
    Program program = Program.run("decode", "0x20200194");

    assertThat(program.out())
        .contains(
            "networkErrHttpUrlNotFound",
            "Azure Media Player",
            "The server answered HTTP 404",
            "A network error caused the video download to fail part-way.",
            "What to do",
            "retry",
            "source",
            "HTTP status: Not Found")
        .doesNotContain("\u001b");
  }

  @Test
  void the_json_is_that_of_the_contract() throws JsonProcessingException {
    Program program = Program.run("decode", "--json", "0x20200194");

    JsonNode json = JSON.readTree(program.out());
    JsonNode code = json.get("codes").get(0);
    JsonNode best = code.get("readings").get(0);
    assertThat(json.get("input").asText()).isEqualTo("0x20200194");
    assertThat(json.get("suggestions")).isEmpty();
    assertThat(code.get("text").asText()).isEqualTo("0x20200194");
    assertThat(code.get("count").asInt()).isEqualTo(1);
    assertThat(code.get("repaired").isNull()).isTrue();
    assertThat(code.get("more").asInt()).isZero();
    assertThat(best.fieldNames())
        .toIterable()
        .containsExactly(
            "system",
            "systemTitle",
            "name",
            "value",
            "match",
            "message",
            "userMessage",
            "meaning",
            "httpStatus",
            "facts",
            "causes",
            "actions",
            "retry",
            "related",
            "owner",
            "source",
            "confidence",
            "why");
    assertThat(best.get("system").asText()).isEqualTo("amp");
    assertThat(best.get("systemTitle").asText()).isEqualTo("Azure Media Player");
    assertThat(best.get("name").asText()).isEqualTo("networkErrHttpUrlNotFound");
    assertThat(best.get("value").asText()).isEqualTo("0x00200194");
    assertThat(best.get("match").asText()).isEqualTo("exact");
    assertThat(best.get("message").isNull()).isTrue();
    assertThat(best.get("userMessage").asText())
        .isEqualTo("A network error caused the video download to fail part-way.");
    assertThat(best.get("meaning").asText()).startsWith("The server answered HTTP 404");
    assertThat(best.get("httpStatus").asInt()).isEqualTo(404);
    assertThat(best.get("facts"))
        .isEqualTo(
            JSON.readTree(
                """
                {"tech": "AzureHtml5JS (2)", "category": "MEDIA_ERR_NETWORK (0x02)",
                 "detail": "0x00194"}
                """));
    assertThat(best.get("causes").isArray()).isTrue();
    assertThat(best.get("actions").get(0).isTextual()).isTrue();
    assertThat(best.get("retry").asText()).isEqualTo("no");
    assertThat(best.get("related").isArray()).isTrue();
    assertThat(best.get("owner").asText()).isEqualTo("player");
    assertThat(best.get("source").get("title").asText())
        .isEqualTo("Azure Media Player error codes");
    assertThat(best.get("source").get("url").asText()).startsWith("https://");
    assertThat(best.get("confidence").asText()).isEqualTo("documented");
    assertThat(best.get("why").asText()).isEqualTo("8 hex digits, tech nibble 2");
    JsonNode inner = code.get("readings").get(1);
    assertThat(inner.get("system").asText()).isEqualTo("http");
    assertThat(inner.get("name").asText()).isEqualTo("Not Found");
    assertThat(inner.get("value").asText()).isEqualTo("404");
    assertThat(inner.get("match").asText()).isEqualTo("derived");
    assertThat(inner.get("why").asText()).isEqualTo("HTTP status in the detail bits");
  }

  @Test
  void json_of_a_text_without_a_code_has_an_empty_list() throws JsonProcessingException {
    Program program = Program.run("decode", "--json", "hello");

    assertThat(program.exit()).isEqualTo(1);
    assertThat(JSON.readTree(program.out()).get("codes")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2147024891", "\u22122147024891"})
  void an_argument_of_a_minus_and_a_digit_is_text(String number) throws JsonProcessingException {
    Program before = Program.run("decode", number, "--json");
    Program after = Program.run("decode", "--json", number);

    assertThat(before.out()).isEqualTo(after.out());
    assertThat(JSON.readTree(before.out()).get("input").asText()).isEqualTo(number);
    assertThat(before.exit()).isZero();
  }

  @Test
  void several_arguments_are_one_text() {
    assertThat(Program.run("decode", "Error", "Access", "Denied").out())
        .contains("ERROR_ACCESS_DENIED");
  }

  @Test
  void a_dash_reads_standard_input() {
    Program program = Program.runWithInput("first 0x80070005\nthen 0x8088002E\n", "decode", "-");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("E_ACCESSDENIED", "MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
  }

  @Test
  void standard_input_without_an_end_is_read_only_so_far() throws JsonProcessingException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
          }
        };

    Program program = Program.run(endless, Terminal.none(), "decode", "--json", "-");

    assertThat(program.exit()).isEqualTo(1);
    assertThat(JSON.readTree(program.out()).get("inputCut").asBoolean()).isTrue();
  }

  @Test
  void standard_input_that_is_not_utf_8_is_read_all_the_same() {
    byte[] bytes = "\u00ff\u00fe 0x80070005 \u00c3".getBytes(StandardCharsets.ISO_8859_1);

    Program program = Program.run(new ByteArrayInputStream(bytes), Terminal.none(), "decode", "-");

    assertThat(program.out()).contains("E_ACCESSDENIED");
  }

  @Test
  void standard_input_that_breaks_is_an_internal_failure_without_a_stack_trace()
      throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    Program program = Program.run(broken, Terminal.none(), "decode", "-");

    assertThat(program.exit()).isEqualTo(3);
    assertThat(program.out()).isEmpty();
    assertThat(program.err().lines()).hasSize(1);
  }

  @Test
  void a_named_system_is_the_only_one_that_answers() {
    Program program = Program.run("decode", "--system", "win32", "404");

    assertThat(program.out())
        .contains("ERROR_CLOUD_FILE_PROVIDER_TERMINATED")
        .doesNotContain("Not Found");
  }

  @Test
  void an_unknown_system_is_bad_usage_with_a_hint() {
    Program program = Program.run("decode", "--system", "win23", "404");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "amserr: there is no system \"win23\"; did you mean win32?\n");
  }

  @Test
  void nothing_to_decode_is_bad_usage() {
    Program program = Program.run("decode");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("Give a text to decode, or - to read standard input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--jsn", "-x"})
  void an_unknown_option_is_bad_usage(String option) {
    Program program = Program.run("decode", "404", option);

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("Unknown option: '" + option + "'");
  }

  @Test
  void behind_two_dashes_everything_is_text() {
    assertThat(Program.run("decode", "--", "--jsn", "0x80070005").exit()).isZero();
  }

  @Test
  void help_goes_to_standard_output() {
    Program program = Program.run("decode", "--help");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).contains("--system", "--config", "--json");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void colours_are_for_terminals() {
    Terminal terminal = new Terminal(true, 80);

    Program program =
        Program.run(new ByteArrayInputStream(new byte[0]), terminal, "decode", "0x8088002E");

    assertThat(program.out()).contains("\u001b[");
  }

  @Test
  void json_has_no_colours_even_on_a_terminal() {
    Terminal terminal = new Terminal(true, 80);

    Program program =
        Program.run(
            new ByteArrayInputStream(new byte[0]), terminal, "decode", "--json", "0x8088002E");

    assertThat(program.out()).doesNotContain("\u001b");
  }

  @Test
  void a_teams_own_code_is_decoded_and_wins(@TempDir Path folder) throws IOException {
    catalog(
        folder,
        """
        id: ams-rest
        codes:
          - name: Service Unavailable
            value: 503
            meaning: Our accounts are throttled.
        """);

    Program program = Program.run("decode", "--config", folder.toString(), "ams-rest 503");

    assertThat(program.exit()).isZero();
    assertThat(program.out())
        .contains("Our accounts are throttled.", "from your own catalog, which wins");
  }

  @Test
  void every_mistake_in_a_teams_catalogs_is_named_with_file_line_and_key(@TempDir Path folder)
      throws IOException {
    Path file =
        catalog(
            folder,
            """
            id: acme
            title: ACME
            codes:
              - name: A
                retry: maybe
              - naem: B
            """);

    Program program = Program.run("decode", "--config", folder.toString(), "404");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err().lines())
        .containsExactly(
            file + ":5: codes[0].retry: found \"maybe\", expected no, yes, backoff or unknown",
            file + ":6: codes[1].naem: found the unknown key \"naem\", expected \"name\"",
            file + ":6: codes[1].name: found nothing, expected a name, a value or both",
            "3 mistakes in the configuration");
  }

  @Test
  void a_named_folder_that_is_not_there_is_bad_usage(@TempDir Path folder) {
    Program program = Program.run("decode", "--config", folder.resolve("no").toString(), "404");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("no such folder");
  }

  private static Path catalog(Path folder, String text) throws IOException {
    Path catalogs = Files.createDirectories(folder.resolve("catalogs"));
    return Files.writeString(catalogs.resolve("own.yaml"), text);
  }
}
