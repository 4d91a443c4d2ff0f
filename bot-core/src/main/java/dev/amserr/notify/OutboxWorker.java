package dev.amserr.notify;

import dev.amserr.storage.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from the outbox to the platforms, each lane by itself.
 *
 * <p>A message passes through small stages, and each that stops it says why: it is claimed; its
 * destination and platform are looked up; where nobody knows what became of an earlier attempt,
 * that is inquired; it is noted as being sent; it is sent; the answer is judged and kept. The
 * process can end between any two of them. Thread-safe.
 */
public final class OutboxWorker {

  /** A claim outlives every call of a platform; after it, others may take the message over. */
  public static final Duration DEFAULT_LEASE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

  private final Outbox outbox;
  private final Destinations destinations;
  private final Collection<Messenger> messengers;
  private final DeliveryJudge judge;
  private final Inquiry inquiry;
  private final DeliveryObserver observer;
  private final Predicate<Lane> mine;
  private final Clock clock;
  private final Executor executor;
  private final String process;
  private final Duration lease;

  private final Set<Lane> busy = ConcurrentHashMap.newKeySet();
  private final AtomicLong claims = new AtomicLong();

  /**
   * A worker of one process.
   *
   * @param mine the lanes that this process may work on now, such as Discord's only with its lease
   * @param executor runs one task per lane; while a platform does not answer, its task waits
   * @param process names this run of this process; no two have the same
   * @param lease longer than any call of a platform
   */
  public OutboxWorker(
      Outbox outbox,
      Destinations destinations,
      Collection<Messenger> messengers,
      Backoff backoff,
      DeliveryObserver observer,
      Predicate<Lane> mine,
      Clock clock,
      Executor executor,
      String process,
      Duration lease) {
    this.outbox = outbox;
    this.destinations = destinations;
    this.messengers = List.copyOf(messengers);
    this.judge = new DeliveryJudge(backoff);
    this.inquiry = new Inquiry(backoff);
    this.observer = observer;
    this.mine = mine;
    this.clock = clock;
    this.executor = executor;
    this.process = process;
    this.lease = lease;
  }

  /**
   * Starts on every lane that has work and is not being worked on. To be called about once a second
   * and after messages were added.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public void wake() {
    for (Lane lane : outbox.lanesWithWork(clock.instant())) {
      if (mine.test(lane) && busy.add(lane)) {
        boolean started = false;
        try {
          executor.execute(() -> work(lane));
          started = true;
        } finally {
          if (!started) {
            busy.remove(lane);
          }
        }
      }
    }
  }

  private void work(Lane lane) {
    try {
      Optional<Outbox.Claim> claim = claim(lane);
      while (claim.isPresent()) {
        deliver(claim.get());
        claim = mine.test(lane) ? claim(lane) : Optional.empty();
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("Deliveries to {} wait for the store: {}", lane, e.getMessage());
    } finally {
      busy.remove(lane);
    }
  }

  private Optional<Outbox.Claim> claim(Lane lane) {
    Instant now = clock.instant();
    return outbox.claim(lane, process + "/" + claims.incrementAndGet(), now, now.plus(lease));
  }

  private void deliver(Outbox.Claim claim) {
    OutboxEntry entry = claim.entry();
    Optional<Destination> destination = destinations.find(entry.message().destination());
    if (destination.isEmpty()) {
      settle(
          claim,
          new Verdict.Dead(
              Verdict.Dead.Reach.MESSAGE,
              "there is no destination " + entry.message().destination() + " any more"));
      return;
    }
    Channel channel = destination.get().channel();
    Optional<Messenger> messenger =
        messengers.stream().filter(m -> m.notifier().serves(channel)).findFirst();
    if (messenger.isEmpty()) {
      settle(claim, judge.again(entry, "its platform is not configured", clock.instant()));
      return;
    }
    try {
      if (entry.state() == OutboxEntry.State.PENDING) {
        send(claim, channel, messenger.get());
      } else {
        inquire(claim, channel, messenger.get());
      }
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException defect) {
      LOG.error("{} can't be delivered", entry.key(), defect);
      settle(claim, defective(entry));
    }
  }

  /** Left alone, because it would fail again and nothing could pass it. */
  private static Verdict defective(OutboxEntry entry) {
    String reason = "a mistake on our side, which the log has";
    return entry.message().original().isPresent()
        ? new Verdict.Dead(Verdict.Dead.Reach.MESSAGE, reason)
        : new Verdict.Hold(reason + "; nobody knows whether it arrived");
  }

  private void inquire(Outbox.Claim claim, Channel channel, Messenger messenger) {
    OutboxEntry entry = claim.entry();
    if (!Lane.of(channel).equals(entry.message().lane())) {
      settle(
          claim,
          new Verdict.Hold("nobody knows whether it arrived, and the destination has moved since"));
      return;
    }
    inquiry
        .inquire(entry, channel, messenger, clock.instant())
        .fold(
            post -> {
              LOG.info("{} is posted again: {}", entry.key(), post.reason());
              send(claim, channel, messenger);
              return claim;
            },
            settled -> {
              settle(claim, settled.verdict());
              return claim;
            });
  }

  private void send(Outbox.Claim claim, Channel channel, Messenger messenger) {
    OutboxEntry entry = claim.entry();
    if (outbox.sending(claim, clock.instant()) == Outbox.Standing.LOST) {
      LOG.info("{} is no longer this process's to send", entry.key());
      return;
    }
    Delivery delivery =
        entry
            .message()
            .original()
            .map(original -> edit(entry, original, channel, messenger))
            .orElseGet(
                () ->
                    messenger
                        .notifier()
                        .post(channel, new Post(entry.key(), entry.message().content())));
    settle(claim, judge.judge(entry, channel, delivery, clock.instant()));
  }

  private Delivery edit(OutboxEntry entry, String original, Channel channel, Messenger messenger) {
    Optional<OutboxEntry> posted = outbox.find(original);
    if (posted.filter(post -> !post.message().lane().equals(Lane.of(channel))).isPresent()) {
      return new Delivery.Rejected(
          Delivery.Cause.GONE, "the message that it changes is where the destination was before");
    }
    Optional<String> messageId = posted.flatMap(OutboxEntry::platformId);
    if (messageId.isEmpty() || messenger.edits().isEmpty()) {
      return new Delivery.Rejected(
          Delivery.Cause.INVALID, "the message that it changes can't be changed");
    }
    return messenger
        .edits()
        .get()
        .edit(channel, messageId.get(), new Post(original, entry.message().content()));
  }

  private void settle(Outbox.Claim claim, Verdict verdict) {
    Instant now = clock.instant();
    if (outbox.settle(claim, verdict, now) == Outbox.Standing.HELD) {
      LOG.info("{}: {}", claim.entry().key(), verdict.reason());
      observer.settled(claim.entry(), verdict, now);
    } else {
      LOG.warn(
          "{} was taken over before it was settled: {}", claim.entry().key(), verdict.reason());
    }
  }
}
