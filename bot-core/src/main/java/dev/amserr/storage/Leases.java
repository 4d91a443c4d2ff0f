package dev.amserr.storage;

import java.time.Instant;
import java.util.function.Function;

/**
 * Rights that one process holds at a time. A right that is not renewed passes to whoever asks next.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store does not answer.
 */
public interface Leases {

  /**
   * Takes a right, or renews it.
   *
   * @param holder names the process
   * @param until until when it is this process's, later than {@code now}
   */
  Claim take(String name, String holder, Instant now, Instant until);

  /** Gives a right back, if this process has it. */
  void release(String name, String holder);

  /** What came of asking for a right. */
  sealed interface Claim {

    /** One function per case. */
    default <T> T fold(Function<Held, T> held, Function<HeldByOther, T> heldByOther) {
      return this instanceof Held h ? held.apply(h) : heldByOther.apply((HeldByOther) this);
    }
  }

  /** It is this process's until then. */
  record Held(Instant until) implements Claim {}

  /** Another process has it until then. */
  record HeldByOther(String holder, Instant until) implements Claim {}
}
