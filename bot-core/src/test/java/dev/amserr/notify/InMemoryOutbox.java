package dev.amserr.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An outbox without a store. */
public final class InMemoryOutbox implements Outbox {

  private record Row(OutboxEntry entry, String claimedBy, Instant claimedUntil) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<Lane, Instant> laneOpens = new TreeMap<>(Comparator.comparing(Lane::name));
  private long last;

  @Override
  public synchronized int add(List<OutboxMessage> messages, Instant now) {
    int added = 0;
    for (OutboxMessage message : messages) {
      if (!rows.containsKey(message.key())) {
        OutboxEntry entry =
            new OutboxEntry(
                ++last,
                message,
                OutboxEntry.State.PENDING,
                0,
                OutboxEntry.Form.FULL,
                null,
                null,
                "",
                now,
                now);
        rows.put(message.key(), new Row(entry, "", Instant.EPOCH));
        added++;
      }
    }
    return added;
  }

  @Override
  public synchronized List<Lane> lanesWithWork(Instant now) {
    Map<String, Row> heads = new TreeMap<>();
    rows.values().stream()
        .filter(row -> row.entry().state().isOpen())
        .forEach(row -> heads.putIfAbsent(row.entry().message().lane().name(), row));
    return heads.values().stream()
        .filter(row -> !row.claimedUntil().isAfter(now))
        .map(row -> row.entry().message().lane())
        .filter(lane -> !opens(lane).isAfter(now))
        .toList();
  }

  @Override
  public synchronized Optional<Claim> claim(Lane lane, String by, Instant now, Instant until) {
    Optional<Row> head =
        rows.values().stream()
            .filter(row -> row.entry().message().lane().equals(lane))
            .filter(row -> row.entry().state().isOpen())
            .findFirst();
    if (head.isEmpty() || head.get().claimedUntil().isAfter(now) || opens(lane).isAfter(now)) {
      return Optional.empty();
    }
    OutboxEntry entry = head.get().entry();
    rows.put(entry.key(), new Row(entry, by, until));
    return Optional.of(new Claim(entry, by));
  }

  @Override
  public synchronized Standing sending(Claim claim, Instant now) {
    return change(
        claim,
        row ->
            new Row(
                entry(
                    row.entry(),
                    OutboxEntry.State.SENDING,
                    row.entry().attempts(),
                    row.entry().sentFirst().orElse(now),
                    null,
                    "",
                    now),
                row.claimedBy(),
                row.claimedUntil()));
  }

  @Override
  public synchronized Standing settle(Claim claim, Verdict verdict, Instant now) {
    Lane lane = claim.entry().message().lane();
    return change(
        claim,
        row -> {
          OutboxEntry before = row.entry();
          OutboxEntry after =
              verdict.fold(
                  sent -> {
                    laneOpens.put(lane, sent.laneOpens());
                    return settled(
                        before, OutboxEntry.State.SENT, sent.messageId(), sent.reason(), now);
                  },
                  wait -> {
                    laneOpens.put(lane, wait.until());
                    int failed = wait.kind() == Verdict.Wait.Kind.NEXT_ATTEMPT ? 1 : 0;
                    return entry(
                        before,
                        OutboxEntry.State.PENDING,
                        before.attempts() + failed,
                        before.firstSending(),
                        null,
                        wait.reason(),
                        now);
                  },
                  unsure -> {
                    laneOpens.put(lane, unsure.lookAgain());
                    return settled(before, OutboxEntry.State.UNKNOWN, null, unsure.reason(), now);
                  },
                  hold -> settled(before, OutboxEntry.State.HELD, null, hold.reason(), now),
                  dead -> settled(before, OutboxEntry.State.DEAD, null, dead.reason(), now),
                  shrink ->
                      new OutboxEntry(
                          before.number(),
                          before.message().with(shrink.smaller()),
                          OutboxEntry.State.PENDING,
                          before.attempts(),
                          OutboxEntry.Form.SMALLER,
                          before.firstSending(),
                          null,
                          shrink.reason(),
                          before.added(),
                          now));
          if (verdict instanceof Verdict.Dead dead && dead.reach() == Verdict.Dead.Reach.LANE) {
            killPending(lane, before.key(), dead.reason(), now);
          }
          return new Row(after, "", Instant.EPOCH);
        });
  }

  private void killPending(Lane lane, String except, String reason, Instant now) {
    rows.replaceAll(
        (key, row) ->
            !key.equals(except)
                    && row.entry().message().lane().equals(lane)
                    && row.entry().state() == OutboxEntry.State.PENDING
                ? new Row(
                    settled(row.entry(), OutboxEntry.State.DEAD, null, reason, now),
                    "",
                    Instant.EPOCH)
                : row);
  }

  @Override
  public synchronized Optional<OutboxEntry> release(
      long number, String reason, Instant expires, Instant now) {
    return held(number)
        .map(
            before -> {
              OutboxEntry after =
                  new OutboxEntry(
                      before.number(),
                      before.message().until(expires),
                      OutboxEntry.State.PENDING,
                      before.attempts(),
                      before.form(),
                      before.firstSending(),
                      before.messageId(),
                      reason,
                      before.added(),
                      now);
              rows.put(before.key(), new Row(after, "", Instant.EPOCH));
              return before;
            });
  }

  @Override
  public synchronized Optional<OutboxEntry> discard(long number, String reason, Instant now) {
    return held(number)
        .map(
            before -> {
              OutboxEntry after = settled(before, OutboxEntry.State.DEAD, null, reason, now);
              rows.put(before.key(), new Row(after, "", Instant.EPOCH));
              return before;
            });
  }

  private Optional<OutboxEntry> held(long number) {
    return entries(e -> e.number() == number && e.state() == OutboxEntry.State.HELD).stream()
        .findFirst();
  }

  @Override
  public synchronized Optional<OutboxEntry> find(String key) {
    return Optional.ofNullable(rows.get(key)).map(Row::entry);
  }

  @Override
  public synchronized List<OutboxEntry> ofTopic(String topic) {
    return entries(entry -> entry.message().topic().equals(topic));
  }

  @Override
  public synchronized List<DestinationStatus> status() {
    Map<String, List<OutboxEntry>> byDestination = new TreeMap<>();
    entries(entry -> true)
        .forEach(
            entry ->
                byDestination
                    .computeIfAbsent(entry.message().destination(), name -> new ArrayList<>())
                    .add(entry));
    return byDestination.entrySet().stream()
        .map(
            entry ->
                new DestinationStatus(
                    entry.getKey(),
                    count(entry.getValue(), e -> e.state().isOpen()),
                    entry.getValue().stream()
                        .filter(e -> e.state().isOpen())
                        .map(OutboxEntry::added)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                    count(entry.getValue(), e -> e.state() == OutboxEntry.State.HELD),
                    count(entry.getValue(), e -> e.state() == OutboxEntry.State.DEAD)))
        .toList();
  }

  @Override
  public synchronized List<OutboxEntry> failures(int limit) {
    return entries(e -> e.state() == OutboxEntry.State.HELD || e.state() == OutboxEntry.State.DEAD)
        .stream()
        .sorted(
            Comparator.comparing((OutboxEntry e) -> e.state() != OutboxEntry.State.HELD)
                .thenComparing(Comparator.comparing(OutboxEntry::number).reversed()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int purge(Instant settledBefore) {
    int before = rows.size();
    rows.values()
        .removeIf(
            row -> !row.entry().state().isOpen() && row.entry().changed().isBefore(settledBefore));
    return before - rows.size();
  }

  /**
   * Replaces the messages of a topic, if none was ever handed to a platform.
   *
   * @return whether they were replaced
   */
  public synchronized boolean combine(String topic, String into, Instant now) {
    List<OutboxEntry> all = ofTopic(topic);
    if (!isUnseen(topic)) {
      return false;
    }
    for (OutboxEntry entry : all) {
      rows.put(
          entry.key(),
          new Row(
              settled(entry, OutboxEntry.State.COMBINED, null, "replaced by " + into, now),
              "",
              Instant.EPOCH));
    }
    return true;
  }

  /** Whether a topic has messages and all of them wait and were never handed to a platform. */
  public synchronized boolean isUnseen(String topic) {
    List<OutboxEntry> all = ofTopic(topic);
    return !all.isEmpty()
        && all.stream()
            .allMatch(e -> e.state() == OutboxEntry.State.PENDING && e.sentFirst().isEmpty());
  }

  private Instant opens(Lane lane) {
    return laneOpens.getOrDefault(lane, Instant.EPOCH);
  }

  private Standing change(Claim claim, UnaryOperator<Row> change) {
    Row row = rows.get(claim.entry().key());
    if (row == null || !row.claimedBy().equals(claim.by()) || !row.entry().state().isOpen()) {
      return Standing.LOST;
    }
    rows.put(claim.entry().key(), change.apply(row));
    return Standing.HELD;
  }

  private List<OutboxEntry> entries(Predicate<OutboxEntry> wanted) {
    return rows.values().stream().map(Row::entry).filter(wanted).toList();
  }

  private static int count(Collection<OutboxEntry> entries, Predicate<OutboxEntry> wanted) {
    return (int) entries.stream().filter(wanted).count();
  }

  private static OutboxEntry settled(
      OutboxEntry before,
      OutboxEntry.State state,
      @Nullable String messageId,
      String reason,
      Instant now) {
    return entry(before, state, before.attempts(), before.firstSending(), messageId, reason, now);
  }

  private static OutboxEntry entry(
      OutboxEntry before,
      OutboxEntry.State state,
      int attempts,
      @Nullable Instant firstSending,
      @Nullable String messageId,
      String reason,
      Instant now) {
    return new OutboxEntry(
        before.number(),
        before.message(),
        state,
        attempts,
        before.form(),
        firstSending,
        messageId,
        reason,
        before.added(),
        now);
  }
}
