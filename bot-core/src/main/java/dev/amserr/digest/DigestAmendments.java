package dev.amserr.digest;

import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Marks lines of posted digests in place when somebody acknowledges or resolves the series. The
 * snapshot stays as it was; only the messages change, and only where a platform can change them.
 */
public final class DigestAmendments {

  /** Older digests are left alone. */
  static final Duration NEWS = Duration.ofDays(2);

  private static final Duration RIDDEN_OUT = Duration.ofHours(2);
  private static final int MOST_RUNS = 50;
  private static final int HASH = 8;

  private final DigestRuns runs;
  private final Outbox outbox;
  private final DigestComposer composer;
  private final SeriesQueries series;
  private final Destinations destinations;
  private final Clock clock;
  private final SnapshotCodec codec = new SnapshotCodec();

  public DigestAmendments(
      DigestRuns runs,
      Outbox outbox,
      DigestComposer composer,
      SeriesQueries series,
      Destinations destinations,
      Clock clock) {
    this.runs = runs;
    this.outbox = outbox;
    this.composer = composer;
    this.series = series;
    this.destinations = destinations;
    this.clock = clock;
  }

  /**
   * Brings the messages of the last two days up to date. To be called each minute.
   *
   * @return how many changes went to the outbox
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public int wake() {
    Instant now = clock.instant();
    int changes = 0;
    for (DigestRun run : runs.latest(MOST_RUNS)) {
      if (run.disposition() == DigestRun.Disposition.POSTED
          && run.claimedAt().isAfter(now.minus(NEWS))) {
        changes += amend(run, now);
      }
    }
    return changes;
  }

  private int amend(DigestRun run, Instant now) {
    DigestSnapshot snapshot = codec.read(run.snapshot());
    Map<Long, String> handled = handledSince(snapshot, run.claimedAt());
    if (handled.isEmpty()) {
      return 0;
    }
    List<DigestPart> parts = composer.parts(snapshot, handled);
    List<OutboxMessage> edits = new ArrayList<>();
    Set<String> names =
        outbox.ofTopic(run.id().toString()).stream()
            .map(entry -> entry.message().destination())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : names) {
      Optional<Destination> destination =
          destinations
              .find(name)
              .filter(d -> d.channel().<Boolean>fold(c -> true, c -> true, webhook -> false));
      destination.ifPresent(
          known ->
              parts.stream()
                  .filter(part -> part.series().stream().anyMatch(handled::containsKey))
                  .forEach(part -> edit(run, known, part, handled, now).ifPresent(edits::add)));
    }
    return outbox.add(edits, now);
  }

  private Optional<OutboxMessage> edit(
      DigestRun run,
      Destination destination,
      DigestPart part,
      Map<Long, String> handled,
      Instant now) {
    String key = DigestRunner.key(run.id(), destination.name(), part.number());
    String done =
        part.series().stream()
            .filter(handled::containsKey)
            .sorted()
            .map(id -> id + handled.get(id))
            .collect(Collectors.joining("\n"));
    return outbox
        .find(key)
        .filter(entry -> entry.state() == OutboxEntry.State.SENT)
        .map(
            entry ->
                OutboxMessage.edit(
                    key + "." + SnapshotCodec.sha256(done).substring(0, HASH),
                    entry.message(),
                    part.content(),
                    now.plus(RIDDEN_OUT)));
  }

  private Map<Long, String> handledSince(DigestSnapshot snapshot, Instant posted) {
    Set<Long> ids = new TreeSet<>();
    snapshot.sections().forEach(section -> section.lines().forEach(line -> ids.add(line.series())));
    Map<Long, String> handled = new HashMap<>();
    for (Series one : series.series(ids)) {
      Handling handling = one.handling();
      Instant at = handling.at();
      if (at != null && at.isAfter(posted)) {
        switch (handling.status()) {
          case ACKNOWLEDGED -> handled.put(one.id(), "acknowledged by " + handling.byName());
          case RESOLVED -> handled.put(one.id(), "resolved by " + handling.byName());
          case OPEN -> {}
        }
      }
    }
    return handled;
  }
}
