package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@code fire-times.tsv}, which {@code fire-times.py} worked out without Java. */
class FireTimesTest {

  /** A line of the table. */
  record Golden(
      ZoneId zone, CronExpression cron, Instant from, Instant until, List<Instant> expected) {

    @Override
    public String toString() {
      return zone + " " + cron + " from " + from;
    }
  }

  static Stream<Golden> golden() {
    try (InputStream table = FireTimesTest.class.getResourceAsStream("fire-times.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t"))
              .map(
                  cells ->
                      new Golden(
                          ZoneId.of(cells[0]),
                          CronExpression.of(cells[1]),
                          minute(cells[2]),
                          minute(cells[3]),
                          Arrays.stream(cells[4].split(" ")).map(FireTimesTest::minute).toList()))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_table_has_at_least_forty_pairs() {
    assertThat(golden()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void fires_as_a_wall_clock_that_is_never_set_back(Golden line) {
    FireTimes times = new FireTimes(line.cron(), line.zone());

    List<Instant> fired = times.within(line.from().minusMillis(1), line.until().minusMillis(1));

    assertThat(fired).isEqualTo(line.expected());
  }

  @ParameterizedTest
  @MethodSource("golden")
  void looking_back_finds_the_same_times(Golden line) {
    FireTimes times = new FireTimes(line.cron(), line.zone());

    for (int i = 1; i < line.expected().size(); i++) {
      assertThat(times.previous(line.expected().get(i))).contains(line.expected().get(i - 1));
      assertThat(times.previous(line.expected().get(i).plusMillis(1)))
          .contains(line.expected().get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 9 * *",
        "0 9 * * * *",
        "60 9 * * *",
        "0 24 * * *",
        "x 9 * * *",
        "0 0 31 2 *",
        "@daily"
      })
  void what_is_no_expression_or_never_fires_is_refused_with_its_text(String text) {
    assertThatThrownBy(() -> CronExpression.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is not a cron expression of five fields");
  }

  @Test
  void spaces_do_not_make_another_expression() {
    assertThat(CronExpression.of(" 0  9 * * MON-FRI "))
        .isEqualTo(CronExpression.of("0 9 * * MON-FRI"));
  }

  private static Instant minute(String text) {
    try {
      return DateTimeFormatter.ISO_INSTANT.parse(text.replace("Z", ":00Z"), Instant::from);
    } catch (DateTimeParseException e) {
      throw new IllegalStateException("Not a time of the table: " + text, e);
    }
  }
}
