package dev.amserr.app.reliability;

import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.Progress;
import dev.amserr.digest.RunId;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.notify.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores that stop for ever at one point, so that the process can be killed just there. */
final class StallingStores {

  private final KillPoint point;
  private final int part;
  private final Runnable stall;

  /**
   * Stores of one process.
   *
   * @param part the part of the digest, from 1, at which it stops
   * @param stall never returns
   */
  StallingStores(KillPoint point, int part, Runnable stall) {
    this.point = point;
    this.part = part;
    this.stall = stall;
  }

  private void at(KillPoint here) {
    if (here == point) {
      stall.run();
    }
  }

  DigestRuns runs(DigestRuns runs) {
    return new DigestRuns() {
      @Override
      public Progress progress(DigestSchedule schedule, Instant now) {
        return runs.progress(schedule, now);
      }

      @Override
      public List<DigestRun> unseen(String schedule) {
        return runs.unseen(schedule);
      }

      @Override
      public Claiming claim(DigestRun run, List<OutboxMessage> messages, List<RunId> replaced) {
        at(KillPoint.BEFORE_CLAIM);
        Claiming claiming = runs.claim(run, messages, replaced);
        at(KillPoint.AFTER_CLAIM);
        return claiming;
      }

      @Override
      public Optional<DigestRun> find(RunId id) {
        return runs.find(id);
      }

      @Override
      public Optional<DigestRun> latestOf(String schedule) {
        return runs.latestOf(schedule);
      }

      @Override
      public List<DigestRun> latest(int limit) {
        return runs.latest(limit);
      }
    };
  }

  Outbox outbox(Outbox outbox) {
    return new Outbox() {
      private int sent;

      private void atPart(KillPoint here, int reached) {
        if (reached == part) {
          at(here);
        }
      }

      @Override
      public int add(List<OutboxMessage> messages, Instant now) {
        return outbox.add(messages, now);
      }

      @Override
      public List<Lane> lanesWithWork(Instant now) {
        return outbox.lanesWithWork(now);
      }

      @Override
      public Optional<Claim> claim(Lane lane, String by, Instant now, Instant until) {
        Optional<Claim> claim = outbox.claim(lane, by, now, until);
        if (claim.isPresent()) {
          atPart(KillPoint.BETWEEN_PARTS, sent);
        }
        return claim;
      }

      @Override
      public Standing sending(Claim claim, Instant now) {
        atPart(KillPoint.BEFORE_SENDING, sent + 1);
        Standing standing = outbox.sending(claim, now);
        atPart(KillPoint.AFTER_SENDING, sent + 1);
        return standing;
      }

      @Override
      public Standing settle(Claim claim, Verdict verdict, Instant now) {
        boolean wasSent = verdict instanceof Verdict.Sent;
        if (wasSent) {
          atPart(KillPoint.AFTER_ANSWER, sent + 1);
        }
        Standing standing = outbox.settle(claim, verdict, now);
        if (wasSent) {
          sent++;
          atPart(KillPoint.AFTER_SENT, sent);
        }
        return standing;
      }

      @Override
      public Optional<OutboxEntry> release(
          long number, String reason, Instant expires, Instant now) {
        return outbox.release(number, reason, expires, now);
      }

      @Override
      public Optional<OutboxEntry> discard(long number, String reason, Instant now) {
        return outbox.discard(number, reason, now);
      }

      @Override
      public Optional<OutboxEntry> find(String key) {
        return outbox.find(key);
      }

      @Override
      public List<OutboxEntry> ofTopic(String topic) {
        return outbox.ofTopic(topic);
      }

      @Override
      public List<DestinationStatus> status() {
        return outbox.status();
      }

      @Override
      public List<OutboxEntry> failures(int limit) {
        return outbox.failures(limit);
      }

      @Override
      public int purge(Instant settledBefore) {
        return outbox.purge(settledBefore);
      }
    };
  }
}
