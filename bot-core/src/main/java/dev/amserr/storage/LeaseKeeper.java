package dev.amserr.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one right for a process as long as it lives, and takes it over when its holder does not.
 * With {@link #RENEWED} between calls of {@link #renew}, a right moves within 25 s of a crash.
 * Thread-safe.
 */
public final class LeaseKeeper {

  /** How often {@link #renew} is to be called. */
  public static final Duration RENEWED = Duration.ofSeconds(5);

  static final Duration LIFE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final Leases leases;
  private final String name;
  private final String process;
  private final Duties duties;
  private final Clock clock;
  private volatile Instant heldUntil = Instant.MIN;
  private boolean onDuty;

  /**
   * A keeper; asks for nothing yet.
   *
   * @param process names this run of this process; no two have the same
   * @param duties what the right is for
   */
  public LeaseKeeper(Leases leases, String name, String process, Duties duties, Clock clock) {
    this.leases = leases;
    this.name = name;
    this.process = process;
    this.duties = duties;
    this.clock = clock;
  }

  /** What a process does while it holds the right. */
  public interface Duties {
    /** It has the right now. */
    void begin();

    /** It has it no longer, or can't be sure of it. */
    void end();
  }

  /** Whether the right is this process's at this moment. */
  public boolean holds() {
    return clock.instant().isBefore(heldUntil);
  }

  /** Asks for the right, or renews it; begins and ends the duties accordingly. */
  public synchronized void renew() {
    Instant now = clock.instant();
    try {
      Leases.Claim claim = leases.take(name, process, now, now.plus(LIFE));
      heldUntil = claim.fold(Leases.Held::until, other -> Instant.MIN);
    } catch (StoreUnavailableException e) {
      LOG.warn("The lease {} can't be renewed: {}", name, e.getMessage());
    }
    switchDuties();
  }

  /** Ends the duties and gives the right back, so that another process need not wait for it. */
  public synchronized void release() {
    heldUntil = Instant.MIN;
    switchDuties();
    try {
      leases.release(name, process);
    } catch (StoreUnavailableException e) {
      LOG.warn("The lease {} can't be given back and runs out by itself: {}", name, e.getMessage());
    }
  }

  private void switchDuties() {
    boolean now = holds();
    if (now == onDuty) {
      return;
    }
    onDuty = now;
    LOG.info("The lease {} is {}", name, now ? "this process's" : "not this process's");
    if (now) {
      duties.begin();
    } else {
      duties.end();
    }
  }
}
