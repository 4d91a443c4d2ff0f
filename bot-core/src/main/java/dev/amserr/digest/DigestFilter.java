package dev.amserr.digest;

import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.StateKind;
import java.util.Set;

/**
 * What a digest is about. An empty set restricts nothing.
 *
 * @param systems ids of systems
 * @param sources names of sources
 * @param owners ids of teams
 * @param states the states to show
 * @param minimumCount the least count of a series in the window, except in {@link StateKind#QUIET}
 *     and {@link StateKind#SOURCE_SILENT}, which are about silence
 */
public record DigestFilter(
    Set<String> systems,
    Set<String> sources,
    Set<String> owners,
    Set<StateKind> states,
    long minimumCount) {

  private static final DigestFilter ALL =
      new DigestFilter(Set.of(), Set.of(), Set.of(), Set.of(), 0);

  public DigestFilter {
    systems = Set.copyOf(systems);
    sources = Set.copyOf(sources);
    owners = Set.copyOf(owners);
    states = Set.copyOf(states);
    if (minimumCount < 0) {
      throw new IllegalArgumentException("A count can't be below " + minimumCount);
    }
  }

  /** Everything. */
  public static DigestFilter all() {
    return ALL;
  }

  /** Whether a state belongs here. */
  boolean admits(StateKind state) {
    return admits(states, state);
  }

  /**
   * Whether a series belongs here.
   *
   * @param owner the id of the owning team; empty for nobody
   */
  boolean admits(SeriesKey series, String owner) {
    return admits(systems, series.system())
        && admits(sources, series.source())
        && admits(owners, owner);
  }

  /** Whether a series in this state occurred often enough. */
  boolean admits(StateKind state, long count) {
    boolean silence = state == StateKind.QUIET || state == StateKind.SOURCE_SILENT;
    return silence || count >= minimumCount;
  }

  private static <T> boolean admits(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
