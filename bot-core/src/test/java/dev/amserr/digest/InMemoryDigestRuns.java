package dev.amserr.digest;

import dev.amserr.notify.InMemoryOutbox;
import dev.amserr.notify.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs without a store. */
public final class InMemoryDigestRuns implements DigestRuns {

  private record Timing(String schedule, String text) {}

  private final InMemoryOutbox outbox;
  private final Map<RunId, DigestRun> runs = new HashMap<>();
  private final Map<Timing, Instant> knownSince = new HashMap<>();

  public InMemoryDigestRuns(InMemoryOutbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public synchronized Progress progress(DigestSchedule schedule, Instant now) {
    return new Progress(
        knownSince.computeIfAbsent(new Timing(schedule.name(), schedule.timing()), timing -> now),
        scheduled(schedule.name()).findFirst().map(run -> run.window().until()).orElse(null));
  }

  @Override
  public synchronized List<DigestRun> unseen(String schedule) {
    List<DigestRun> unseen = new ArrayList<>();
    scheduled(schedule)
        .takeWhile(run -> outbox.isUnseen(run.id().toString()))
        .forEach(run -> unseen.add(0, run));
    return unseen;
  }

  @Override
  public synchronized Claiming claim(
      DigestRun run, List<OutboxMessage> messages, List<RunId> replaced) {
    DigestRun taken = runs.get(run.id());
    if (taken != null) {
      return new TakenBefore(taken.claimedBy(), taken.claimedAt());
    }
    for (RunId id : replaced) {
      if (!outbox.isUnseen(id.toString())) {
        return new SeenMeanwhile(id);
      }
    }
    Optional<Instant> covered =
        scheduled(run.id().schedule())
            .filter(kept -> kept.disposition() != DigestRun.Disposition.COMBINED)
            .filter(kept -> !replaced.contains(kept.id()))
            .map(kept -> kept.window().until())
            .findFirst();
    if (run.occasion() == DigestRun.Occasion.SCHEDULED
        && covered.isPresent()
        && !covered.get().equals(run.window().after())) {
      return new Overtaken(covered.get());
    }
    for (RunId id : replaced) {
      outbox.combine(id.toString(), run.id().toString(), run.claimedAt());
      runs.computeIfPresent(id, (same, old) -> old.combinedInto(run.id()));
    }
    runs.put(run.id(), run);
    outbox.add(messages, run.claimedAt());
    return new Claimed();
  }

  @Override
  public synchronized Optional<DigestRun> find(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public synchronized Optional<DigestRun> latestOf(String schedule) {
    return scheduled(schedule).findFirst();
  }

  @Override
  public synchronized List<DigestRun> latest(int limit) {
    return newestFirst().limit(limit).toList();
  }

  private Stream<DigestRun> scheduled(String schedule) {
    return newestFirst()
        .filter(run -> run.id().schedule().equals(schedule))
        .filter(run -> run.occasion() == DigestRun.Occasion.SCHEDULED);
  }

  private Stream<DigestRun> newestFirst() {
    return runs.values().stream()
        .sorted(Comparator.<DigestRun, Instant>comparing(r -> r.id().scheduledAt()).reversed());
  }
}
