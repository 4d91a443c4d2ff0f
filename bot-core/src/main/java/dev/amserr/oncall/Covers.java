package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The covers that are in force.
 *
 * <p>Of several callers that add the same request at once, on any number of nodes, exactly one gets
 * {@link Added}; the others get {@link Present} with the same cover. A cover is durable when a
 * method returns. Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the
 * store does not answer.
 */
public interface Covers {

  /** The covers of a team that reach into a window, by id. */
  List<Cover> of(String team, Interval window);

  /** A cover that was not removed. */
  Optional<Cover> find(long id);

  /**
   * Makes a cover of a request that {@link CoverRules} accepted, with an id above all before it.
   *
   * @param createdBy who makes it, as the audit log names them
   */
  Addition add(CoverRequest request, Instant now, String createdBy);

  /**
   * Takes a cover out of force; its id is not used again.
   *
   * @return the cover as it was; empty if there is none, or if somebody removed it before
   */
  Optional<Cover> remove(long id);

  /** What became of a request. */
  sealed interface Addition {

    /** One function per case. */
    default <T> T fold(Function<Added, T> added, Function<Present, T> present) {
      return this instanceof Added a ? added.apply(a) : present.apply((Present) this);
    }

    Cover cover();
  }

  /** A new cover. */
  record Added(Cover cover) implements Addition {}

  /** The same cover was there already; nothing was added. */
  record Present(Cover cover) implements Addition {}
}
