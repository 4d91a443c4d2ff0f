package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.BucketTotals.Slot;
import dev.amserr.recurrence.BucketTotals.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketTotalsTest {

  private static final SeriesKey A = SeriesKey.ofText("a", "web");
  private static final SeriesKey B = SeriesKey.ofText("b", "web");

  @Test
  void tallies_of_many_requests_add_up_to_one_sum_a_bucket_in_the_order_of_writing() {
    Instant minute = Instant.parse("2026-06-08T18:29:00Z");

    BucketTotals<SeriesKey> totals =
        BucketTotals.of(
            List.of(
                tally(B, minute, 1, false),
                tally(A, minute.plusSeconds(60), 2, false),
                tally(A, minute, 4, true),
                tally(A, minute, 8, false)),
            ZoneId.of("Asia/Kolkata"));

    assertThat(totals.minutes())
        .containsExactly(
            Map.entry(new Slot<>(A, minute), new Sum(12, 4)),
            Map.entry(new Slot<>(A, minute.plusSeconds(60)), new Sum(2, 0)),
            Map.entry(new Slot<>(B, minute), new Sum(1, 0)));
    assertThat(totals.hours())
        .containsEntry(new Slot<>(A, Instant.parse("2026-06-08T18:00:00Z")), new Sum(14, 4));
    // Midnight in Kolkata is 18:30 UTC.
    assertThat(totals.days())
        .containsEntry(new Slot<>(A, LocalDate.of(2026, 6, 8)), new Sum(12, 4))
        .containsEntry(new Slot<>(A, LocalDate.of(2026, 6, 9)), new Sum(2, 0));
  }

  private static Tally tally(SeriesKey key, Instant minute, long count, boolean late) {
    return new Tally(key, "", minute, count, 1, late, minute, minute, null, null);
  }
}
