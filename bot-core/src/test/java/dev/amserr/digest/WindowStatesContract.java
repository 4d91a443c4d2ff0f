package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesStates;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Tally;
import dev.amserr.recurrence.Why;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every way to the states of a window finds. */
public abstract class WindowStatesContract {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Interval DAY = new Interval(NINE.minus(Duration.ofDays(1)), NINE);

  /** A store without series, and the states of its windows. */
  protected abstract Stores stores();

  /** Two ports of one store. */
  public record Stores(OccurrenceStore store, WindowStates states) {}

  @Test
  void what_lasts_is_found_unless_it_began_after_the_window() {
    Stores stores = stores();
    long before = series(stores, "0x01");
    long after = series(stores, "0x02");
    open(stores, before, StateKind.RAMP, NINE.minus(Duration.ofDays(9)));
    open(stores, after, StateKind.RAMP, NINE);

    Map<Long, List<SeriesState>> found = stores.states().during(DAY);

    assertThat(found).containsOnlyKeys(before);
  }

  @Test
  void what_was_over_within_the_window_is_found_with_its_reason() {
    Stores stores = stores();
    long series = series(stores, "0x01");
    open(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(6)));
    close(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(5)));

    SeriesState found = stores.states().during(DAY).get(series).get(0);

    assertThat(found.kind()).isEqualTo(StateKind.SPIKE);
    assertThat(found.since()).isEqualTo(NINE.minus(Duration.ofHours(6)));
    assertThat(found.why()).isEqualTo(new Why(60, 18.66, 5.25));
  }

  @Test
  void what_was_over_before_the_window_is_not_found() {
    Stores stores = stores();
    long series = series(stores, "0x01");
    open(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(30)));
    close(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(25)));

    assertThat(stores.states().during(DAY)).isEmpty();
  }

  @Test
  void of_several_times_in_one_state_the_latest_counts() {
    Stores stores = stores();
    long series = series(stores, "0x01");
    for (int hours : List.of(20, 15, 10)) {
      open(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(hours)));
      close(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(hours - 1)));
    }

    assertThat(stores.states().during(DAY).get(series))
        .extracting(SeriesState::since)
        .containsExactly(NINE.minus(Duration.ofHours(10)));
  }

  @Test
  void how_sure_a_spike_was_is_known_when_it_is_over_and_the_surest_counts() {
    Stores stores = stores();
    long series = series(stores, "0x01");
    SeriesState sure = spike(NINE.minus(Duration.ofHours(9)), 6);
    SeriesState faint = spike(NINE.minus(Duration.ofHours(3)), 4);
    SeriesState rising = spike(sure.since(), 4);
    save(stores, new StateChange.Opened(series, rising));
    save(stores, new StateChange.Renewed(series, sure));
    save(stores, new StateChange.Closed(series, sure, NINE.minus(Duration.ofHours(8))));
    save(stores, new StateChange.Opened(series, faint));

    List<SeriesState> found = stores.states().during(DAY).get(series);

    assertThat(found).extracting(SeriesState::z).containsExactly(6);
    assertThat(found).extracting(SeriesState::since).containsExactly(sure.since());
  }

  @Test
  void several_states_stand_in_the_order_of_their_kinds() {
    Stores stores = stores();
    long series = series(stores, "0x01");
    open(stores, series, StateKind.QUIET, NINE.minus(Duration.ofHours(8)));
    open(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(6)));
    close(stores, series, StateKind.SPIKE, NINE.minus(Duration.ofHours(5)));

    assertThat(stores.states().during(DAY).get(series))
        .extracting(SeriesState::kind)
        .containsExactly(StateKind.SPIKE, StateKind.QUIET);
  }

  private static long series(Stores stores, String code) {
    SeriesKey key = new SeriesKey("amp", code, "web-eu");
    Instant at = NINE.minus(Duration.ofDays(10));
    stores
        .store()
        .commit(
            List.of(
                new Batch(
                    null,
                    List.of(new Tally(key, "", at, 1, 1, false, at, NINE, null, null)),
                    List.of())),
            Sheds.NONE,
            NINE);
    return stores.store().find(key).orElseThrow().id();
  }

  private static void open(Stores stores, long series, StateKind kind, Instant since) {
    save(stores, new StateChange.Opened(series, state(kind, since)));
  }

  private static void close(Stores stores, long series, StateKind kind, Instant at) {
    SeriesState open =
        stores.store().openStates(List.of(series)).get(series).stream()
            .filter(state -> state.kind() == kind)
            .findFirst()
            .orElseThrow();
    save(stores, new StateChange.Closed(series, open, at));
  }

  private static void save(Stores stores, StateChange change) {
    Instant before = stores.store().evaluatedUntil().orElse(null);
    Instant until = before == null ? NINE : before.plusSeconds(60);
    assertThat(stores.store().save(before, until, List.of(change)))
        .isEqualTo(new SeriesStates.Saved());
  }

  private static SeriesState spike(Instant since, int z) {
    return new SeriesState(StateKind.SPIKE, since, new Why(60, 18.66, 5.25), z, "", null);
  }

  private static SeriesState state(StateKind kind, Instant since) {
    return new SeriesState(
        kind, since, new Why(60, 18.66, 5.25), kind == StateKind.SPIKE ? 4 : 0, "", null);
  }
}
