package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The bar of docs/detection.md, on the whole corpus; leaves its table in target. */
class SyntheticCorpusTest {

  private static final long SEED = Long.getLong("corpus.seed", 20260321L);
  private static final int SERIES = 150;
  private static final int SPIKE_MINUTES = 120;
  private static final int CAUGHT_WITHIN = 180;
  private static final List<String> TABLE = new ArrayList<>();

  private record Outcome(int spikes, int caught, int falseFlags) {
    double falseFlagsPerSeriesWeek() {
      return (double) falseFlags / SERIES;
    }

    double share() {
      return (double) caught / spikes;
    }
  }

  @AfterAll
  static void leaveTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| series | spike | caught | false flags per series-week |");
    lines.add("|---|---|---|---|");
    TABLE.stream().sorted().forEach(lines::add);
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "synthetic-corpus.md"), lines);
  }

  @Test
  void five_times_as_many_at_20_an_hour_are_caught_with_few_false_flags() {
    Outcome outcome = judge(20, 5);

    assertThat(outcome.share()).isGreaterThanOrEqualTo(0.94);
    assertThat(outcome.falseFlagsPerSeriesWeek()).isLessThanOrEqualTo(0.25);
  }

  @Test
  void five_times_as_many_at_200_an_hour_are_caught_with_few_false_flags() {
    Outcome outcome = judge(200, 5);

    assertThat(outcome.share()).isGreaterThanOrEqualTo(0.94);
    assertThat(outcome.falseFlagsPerSeriesWeek()).isLessThanOrEqualTo(0.25);
  }

  @Test
  void ten_times_as_many_at_2_an_hour_have_few_false_flags() {
    Outcome outcome = judge(2, 10);

    assertThat(outcome.falseFlagsPerSeriesWeek()).isLessThanOrEqualTo(0.25);
  }

  @Test
  void daily_bursts_are_never_flagged() {
    RandomGenerator random = new SplittableRandom(SEED);
    int flags = 0;
    for (int series = 0; series < SERIES; series++) {
      long[] counts = new SyntheticSeries(random).daily(2, 0.6, 0.1).bursts(120, 5, 10, 500).draw();
      flags += SyntheticSeries.spikes(counts).size();
    }
    TABLE.add(row("2 an hour, and 500 each day about 02:00", "none", "", flags / (double) SERIES));

    assertThat(flags).isZero();
  }

  private static Outcome judge(double hourly, double factor) {
    RandomGenerator random = new SplittableRandom(SEED);
    int spikes = 0;
    int caught = 0;
    int falseFlags = 0;
    for (int i = 0; i < SERIES; i++) {
      SyntheticSeries series = new SyntheticSeries(random).daily(hourly, 0.6, 0.1);
      int from = random.nextInt(SyntheticSeries.judgedFrom(), series.length() - CAUGHT_WITHIN);
      boolean injected = i % 2 == 0;
      if (injected) {
        series.multiply(from, SPIKE_MINUTES, factor);
        spikes++;
      }
      List<Integer> begun = SyntheticSeries.spikes(series.draw());
      long hits =
          begun.stream()
              .filter(end -> injected && end > from && end <= from + CAUGHT_WITHIN)
              .count();
      caught += hits > 0 ? 1 : 0;
      falseFlags += begun.size() - (int) hits;
    }
    Outcome outcome = new Outcome(spikes, caught, falseFlags);
    TABLE.add(
        row(
            String.format(Locale.ROOT, "%.0f an hour", hourly),
            String.format(Locale.ROOT, "×%.0f for 2 h", factor),
            String.format(Locale.ROOT, "%d of %d", caught, spikes),
            outcome.falseFlagsPerSeriesWeek()));
    return outcome;
  }

  private static String row(String series, String spike, String caught, double falseFlags) {
    return String.format(Locale.ROOT, "| %s | %s | %s | %.2f |", series, spike, caught, falseFlags);
  }
}
