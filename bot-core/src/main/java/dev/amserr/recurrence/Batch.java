package dev.amserr.recurrence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks to be counted. Made by {@link BatchBuilder}.
 *
 * @param key under which all of it is counted once; null for always
 */
public record Batch(@Nullable OnceKey key, List<Tally> tallies, List<PlayCount> plays) {

  public Batch {
    tallies = List.copyOf(tallies);
    plays = List.copyOf(plays);
  }

  /** How many reports it holds, plays among them. */
  public int items() {
    return tallies.stream().mapToInt(Tally::items).sum() + plays.size();
  }
}
