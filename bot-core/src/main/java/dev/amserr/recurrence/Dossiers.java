package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts together what is known of a series. */
public final class Dossiers {

  private static final int MOST_EVENTS = 50;

  private final OccurrenceStore store;
  private final ErrorBoard board;
  private final Timelines timelines;

  public Dossiers(OccurrenceStore store, ErrorBoard board, Timelines timelines) {
    this.store = store;
    this.board = board;
    this.timelines = timelines;
  }

  /**
   * What is known of a series; empty if there is none of that id.
   *
   * @param window how far back it is counted, from a minute on
   */
  public Optional<Dossier> of(long id, Duration window, Instant now) {
    return store.series(List.of(id)).stream()
        .findFirst()
        .map(series -> of(series, timelines.until(id, now, window), now));
  }

  private Dossier of(Series series, Timeline timeline, Instant now) {
    long id = series.id();
    long before = timelines.before(id, timeline).total();
    Top.Line counts = new Top.Line(series, timeline.total(), before);
    return new Dossier(
        board.lines(List.of(counts), store.openStates(List.of(id)), now).get(0),
        timeline,
        timeline.step() == Timeline.Step.MINUTE
            ? 0
            : timelines.plays(series.key().source(), timeline.window()),
        timelines.spikes(id, timeline.window()),
        store.samples(id),
        store.events(id, MOST_EVENTS));
  }
}
