package dev.amserr.recurrence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.Occurrence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventParserTest {

  private static final Occurrence PLAIN = Occurrence.of("0x20200194", "web-eu");
  private static final String ONE = "{\"code\":\"0x20200194\",\"source\":\"web-eu\"}";

  @Test
  void one_object_is_one_event() {
    Occurrence read =
        only(
            """
            {"code": "0x20200194", "system": "amp", "source": "web-eu",
             "at": "2026-11-21T08:00:00+01:00", "count": 3, "message": "no such file",
             "session": "s-1", "id": "e-1", "more": {"is": ["left", "alone"]}}
            """);

    assertThat(read)
        .isEqualTo(
            new Occurrence(
                "0x20200194",
                "amp",
                "web-eu",
                Instant.parse("2026-11-21T07:00:00Z"),
                3,
                "no such file",
                "s-1",
                "e-1"));
  }

  @Test
  void only_code_and_source_are_required_and_a_number_is_a_code() {
    assertThat(only(ONE)).isEqualTo(PLAIN);
    assertThat(only("{\"code\":404,\"source\":\"cdn\",\"id\":null}"))
        .isEqualTo(Occurrence.of("404", "cdn"));
  }

  @Test
  void an_array_and_lines_are_many_events() {
    assertThat(good("[" + ONE + "," + ONE + "]")).containsExactly(PLAIN, PLAIN);
    assertThat(good(ONE + "\n" + ONE + "\n")).containsExactly(PLAIN, PLAIN);
    assertThat(good("\r\n" + ONE + "\r\n\r\n" + ONE)).containsExactly(PLAIN, PLAIN);
    assertThat(good("[]")).isEmpty();
  }

  @Test
  void bad_items_are_told_one_by_one_and_the_good_ones_are_kept() {
    String body =
        String.join(
            ",",
            ONE,
            "{\"source\":\"a\"}",
            "{\"code\":\"1\"}",
            "17",
            "{\"code\":\"1\",\"source\":\"a\",\"count\":0}",
            "{\"code\":\"1\",\"source\":\"a\",\"at\":\"yesterday\"}",
            "{\"code\":{\"a\":1},\"source\":\"a\"}",
            "{\"code\":\"1\",\"source\":\"a\\u0000b\"}",
            "{\"code\":\"1\",\"source\":\"a\",\"at\":\"2026-11-21T08:00:00\"}",
            "{\"code\":\"1\",\"source\":\"a\",\"count\":1.5}",
            "{\"code\":\"1\",\"source\":\"" + "a".repeat(101) + "\"}",
            ONE);

    Intake.Understood<Occurrence> read = understood("[" + body + "]");

    assertThat(read.items()).containsExactly(PLAIN, PLAIN);
    assertThat(read.rejected())
        .containsExactly(
            new Rejection(1, "\"code\" is missing."),
            new Rejection(2, "\"source\" is missing."),
            new Rejection(3, "An event is a JSON object."),
            new Rejection(4, "\"count\" must be a whole number from 1 to 1000000000, not 0."),
            new Rejection(
                5, "\"at\" is no time with an offset such as 2026-11-21T08:00:00Z: yesterday."),
            new Rejection(6, "\"code\" must be a text."),
            new Rejection(7, "\"source\" has a control character."),
            new Rejection(
                8,
                "\"at\" is no time with an offset such as 2026-11-21T08:00:00Z:"
                    + " 2026-11-21T08:00:00."),
            new Rejection(9, "\"count\" must be a whole number from 1 to 1000000000, not 1.5."),
            new Rejection(10, "\"source\" has 101 characters; 100 is the most."));
  }

  @Test
  void a_broken_line_is_one_bad_item() {
    Intake.Understood<Occurrence> read =
        understood(ONE + "\n{\"code\":\n" + ONE + "\n" + ONE + " " + ONE + "\n[1]\n" + ONE);

    assertThat(read.items()).containsExactly(PLAIN, PLAIN, PLAIN);
    assertThat(read.rejected())
        .containsExactly(
            new Rejection(1, "The line is no JSON object."),
            new Rejection(3, "The line is no JSON object."),
            new Rejection(4, "An event is a JSON object."));
  }

  @Test
  void lines_are_read_though_the_first_is_broken() {
    Intake.Understood<Occurrence> read = understood("{\"code\":\n" + ONE);

    assertThat(read.items()).containsExactly(PLAIN);
    assertThat(read.rejected()).extracting(Rejection::index).containsExactly(0);
  }

  @Test
  void what_is_too_long_to_keep_is_cut_and_never_within_a_character() {
    Occurrence read =
        only("{\"code\":\"1\",\"source\":\"a\",\"message\":\"" + "x".repeat(1_999) + "🎬\"}");

    assertThat(read.message()).isEqualTo("x".repeat(1_999));
  }

  @Test
  void a_body_that_is_no_json_is_told_with_its_place() {
    assertThat(unreadable("")).startsWith("The body is empty");
    assertThat(unreadable("  \n ")).startsWith("The body is empty");
    assertThat(unreadable("code=1")).startsWith("The body is not JSON: line 1, column ");
    assertThat(unreadable("[" + ONE + ",\n{]")).startsWith("The body is not JSON: line 2");
    assertThat(unreadable("[" + ONE)).startsWith("The body is not JSON");
    assertThat(unreadable("[] []")).startsWith("There is more in the body");
    assertThat(unreadable("{\"code\":")).startsWith("The body is not JSON");
  }

  @Test
  void a_body_of_brackets_only_is_no_harm() {
    assertThat(unreadable("[".repeat(100_000))).contains("nests up to 1,000 levels");
    assertThat(unreadable("{\"a\":".repeat(100_000))).contains("nests up to 1,000 levels");
  }

  @Property(tries = 300)
  void no_bytes_do_more_than_be_unreadable(@ForAll byte[] body) {
    String outcome = EventParser.parse(body).fold(read -> "read", broken -> broken.reason());

    assertThat(outcome).isNotBlank();
  }

  @Test
  void plays_are_read_the_same_way() {
    Intake<Plays> read =
        PlaysParser.parse(
            bytes("[{\"source\":\"web-eu\",\"count\":0},{\"source\":\"web-eu\"},{\"count\":1}]"));

    Intake.Understood<Plays> plays = read.fold(r -> r, EventParserTest::fail);
    assertThat(plays.items()).containsExactly(new Plays("web-eu", null, 0));
    assertThat(plays.rejected())
        .containsExactly(
            new Rejection(1, "\"count\" is missing."), new Rejection(2, "\"source\" is missing."));
  }

  private static Occurrence only(String body) {
    assertThat(understood(body).rejected()).isEmpty();
    assertThat(good(body)).hasSize(1);
    return good(body).get(0);
  }

  private static List<Occurrence> good(String body) {
    return understood(body).items();
  }

  private static Intake.Understood<Occurrence> understood(String body) {
    return EventParser.parse(bytes(body)).fold(read -> read, EventParserTest::fail);
  }

  private static String unreadable(String body) {
    return EventParser.parse(bytes(body))
        .fold(read -> "read " + read.items(), broken -> broken.reason());
  }

  private static <T> Intake.Understood<T> fail(Intake.Unreadable<T> broken) {
    throw new AssertionError(broken.reason());
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
