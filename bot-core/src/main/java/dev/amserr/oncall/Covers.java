package dev.amserr.oncall;

import dev.amserr.storage.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The covers that are in force.
 *
 * <p>Of several callers that add the same request at once, on any number of nodes, exactly one gets
 * {@link Added}; the others get {@link Present} with the same cover. A change is durable when a
 * method returns, and its audit entry with it: both are kept or neither. Every method throws {@link
 * dev.amserr.storage.StoreUnavailableException} if the store does not answer.
 */
public interface Covers extends CoverSource {

  /** A cover that was not removed. */
  Optional<Cover> find(long id);

  /**
   * Makes a cover, with an id above all before it.
   *
   * @param createdBy who makes it, as the audit log names them
   * @param entry what the audit log is to keep of the new cover; not asked if none is made
   */
  Addition add(CoverDraft draft, Instant now, String createdBy, Function<Cover, AuditEntry> entry);

  /**
   * Takes a cover out of force; its id is not used again.
   *
   * @param entry what the audit log is to keep of the removal; not asked if there is none
   * @return the cover as it was; empty if there is none, or if somebody removed it before
   */
  Optional<Cover> remove(long id, Instant now, Function<Cover, AuditEntry> entry);

  /** What became of a request. */
  sealed interface Addition {

    /** One function per case. */
    default <T> T fold(
        Function<Added, T> added, Function<Present, T> present, Function<Withdrawn, T> withdrawn) {
      if (this instanceof Added a) {
        return added.apply(a);
      }
      return this instanceof Present p ? present.apply(p) : withdrawn.apply((Withdrawn) this);
    }

    Cover cover();
  }

  /** A new cover. */
  record Added(Cover cover) implements Addition {}

  /** The same cover was there already; nothing was added. */
  record Present(Cover cover) implements Addition {}

  /**
   * The draft was made a cover before, and that was removed; nothing was added.
   *
   * @param removed when
   */
  record Withdrawn(Cover cover, Instant removed) implements Addition {}
}
