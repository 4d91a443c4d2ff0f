package dev.amserr.app.config;

import dev.amserr.yaml.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of looking at the files again. */
public sealed interface Reload {

  /** Nothing differs from what is in effect. */
  record Unchanged() implements Reload {}

  /**
   * New configuration is in effect.
   *
   * @param before what was in effect until now
   * @param now what is in effect from now on
   */
  record Applied(Configuration before, Configuration now, ConfigChanges changes)
      implements Reload {}

  /** The files have mistakes; what was in effect stays. */
  record Kept(List<Problem> problems) implements Reload {
    public Kept {
      problems = List.copyOf(problems);
    }
  }

  /** One function per case. */
  default <T> T fold(Supplier<T> unchanged, Function<Applied, T> applied, Function<Kept, T> kept) {
    if (this instanceof Unchanged) {
      return unchanged.get();
    }
    return this instanceof Applied a ? applied.apply(a) : kept.apply((Kept) this);
  }
}
