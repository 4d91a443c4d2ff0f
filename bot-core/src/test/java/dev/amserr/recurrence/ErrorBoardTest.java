package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.recurrence.StoreFixtures.Reports;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorBoardTest {

  private static final Instant NOW = Instant.parse("2026-06-08T12:00:00Z");
  private static final Interval DAY = new Interval(NOW.minus(Duration.ofDays(1)), NOW);

  private final OccurrenceStore store =
      new InMemoryOccurrenceStore(ZoneId.of("UTC"), new SplittableRandom(1), 100);
  private final ErrorBoard board = new ErrorBoard(store);

  @Test
  void everything_of_which_something_is_said_is_flagged_even_if_it_did_not_occur() {
    Instant longAgo = NOW.minus(Duration.ofHours(30));
    Reports.at(longAgo).addOther("silent", 5).addOther("fine", 1).countIn(store);
    Reports.at(NOW.minusSeconds(60)).addOther("loud", 9).addOther("fine", 2).countIn(store);
    say("silent", SeriesState.of(StateKind.QUIET, NOW, new Why(30, 2, 0.1)));
    say("loud", StoreFixtures.spike(NOW, null));

    Overview overview = board.flagged(DAY, NOW);

    assertThat(overview.lines())
        .extracting(l -> l.series().key().code(), l -> l.count(), l -> l.before())
        .containsExactly(tuple("loud", 9L, 0L), tuple("silent", 0L, 5L));
    assertThat(overview.total()).isEqualTo(11);
    assertThat(overview.totalBefore()).isEqualTo(6);
  }

  @Test
  void what_is_muted_until_it_gets_worse_is_covered_until_then() {
    Reports.at(NOW.minusSeconds(60)).addOther("loud", 9).countIn(store);
    long id = id("loud");
    Handling muted = new Handling(1, Handling.Status.OPEN, "", "", null, Mute.untilAbove(9));
    store.replace(id, muted, StoreFixtures.event(id, NOW), StoreFixtures.audit(NOW));

    boolean before = board.overview(TopQuery.of(DAY, 5), NOW).lines().get(0).covered();
    Reports.at(NOW.minusSeconds(60)).addOther("loud", 1).countIn(store);
    boolean after = board.overview(TopQuery.of(DAY, 5), NOW).lines().get(0).covered();

    assertThat(before).isTrue();
    assertThat(after).isFalse();
  }

  private void say(String code, SeriesState state) {
    store.save(
        store.evaluatedUntil().orElse(null),
        store.evaluatedUntil().orElse(NOW).plusSeconds(60),
        List.of(new StateChange.Opened(id(code), state)));
  }

  private long id(String code) {
    return store.find("", code).get(0).id();
  }
}
