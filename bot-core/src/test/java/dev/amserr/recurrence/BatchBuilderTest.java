package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchBuilderTest {

  private static final Instant NOW = Instant.parse("2026-06-08T12:34:56.789Z");
  private static final Instant MINUTE = Instant.parse("2026-06-08T12:34:00Z");
  private static final ResolvedCode CODE =
      new ResolvedCode("amp", "0x00200194", "name", new TreeMap<>(Map.of()));

  @Test
  void reports_of_one_series_and_minute_become_one_tally() {
    Batch batch =
        new BatchBuilder(null, NOW)
            .add(report(2, NOW.minusSeconds(30), null), CODE, null)
            .add(report(3, null, null), CODE, null)
            .add(report(5, NOW.minusSeconds(60), null), CODE, null)
            .build();

    assertThat(batch.tallies())
        .containsExactly(
            new Tally(
                CODE.key("web"),
                "name",
                MINUTE,
                5,
                2,
                false,
                NOW.minusSeconds(30),
                NOW,
                null,
                null),
            new Tally(
                CODE.key("web"),
                "name",
                MINUTE.minusSeconds(60),
                5,
                1,
                false,
                NOW.minusSeconds(60),
                NOW.minusSeconds(60),
                null,
                null));
    assertThat(batch.items()).isEqualTo(3);
  }

  @Test
  void reports_with_ids_stay_apart() {
    Batch batch =
        new BatchBuilder(null, NOW)
            .add(report(1, null, "a"), CODE, null)
            .add(report(1, null, "b"), CODE, null)
            .build();

    assertThat(batch.tallies())
        .extracting(Tally::once)
        .containsExactly(OnceKey.event("web", "a"), OnceKey.event("web", "b"));
  }

  @Test
  void times_from_a_day_ago_to_five_minutes_ahead_count_at_their_own_time() {
    Instant oldest = NOW.minus(Duration.ofHours(24));
    Instant newest = NOW.plus(Duration.ofMinutes(5));

    List<Tally> tallies =
        new BatchBuilder(null, NOW)
            .add(report(1, oldest, null), CODE, null)
            .add(report(1, newest, null), CODE, null)
            .add(report(1, oldest.minusMillis(1), null), CODE, null)
            .add(report(1, newest.plusMillis(1), null), CODE, null)
            .build()
            .tallies();

    assertThat(tallies).extracting(Tally::late).containsExactly(false, false, true);
    assertThat(tallies).extracting(Tally::first).containsExactly(oldest, newest, NOW);
    assertThat(tallies.get(2).count()).isEqualTo(2);
  }

  @Test
  void an_alert_was_seen_last_when_it_was_reported() {
    OnceKey firing = OnceKey.alert("f", NOW);
    Instant began = NOW.minus(Duration.ofHours(2));

    List<Tally> tallies =
        new BatchBuilder(null, NOW)
            .addAlert(report(1, began, null), CODE, firing, NOW, null)
            .addAlert(report(1, NOW.minus(Duration.ofDays(3)), null), CODE, firing, NOW, null)
            .build()
            .tallies();

    assertThat(tallies.get(0).first()).isEqualTo(began);
    assertThat(tallies.get(0).last()).isEqualTo(NOW);
    assertThat(tallies.get(1).late()).isTrue();
    assertThat(tallies.get(1).first()).isEqualTo(NOW);
  }

  @Test
  void keys_that_read_the_same_when_joined_are_different() {
    assertThat(OnceKey.event("a", "bc")).isNotEqualTo(OnceKey.event("ab", "c"));
    assertThat(OnceKey.event("a", "b")).isNotEqualTo(OnceKey.batch("a", "b"));
  }

  private static Occurrence report(long count, @Nullable Instant at, @Nullable String id) {
    return new Occurrence("0x20200194", null, "web", at, count, null, null, id);
  }
}
