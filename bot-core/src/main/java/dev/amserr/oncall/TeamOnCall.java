package dev.amserr.oncall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The complete answer: who is on call in a team at an instant.
 *
 * @param levels every level, in order
 * @param shadows who follows which level; never to be paged
 * @param warnings what is odd, as sentences
 * @param stale why the answer may be out of date, or empty
 */
public record TeamOnCall(
    Team team,
    Instant at,
    List<LevelOnCall> levels,
    List<Following> shadows,
    List<String> warnings,
    String stale) {

  public TeamOnCall {
    levels = List.copyOf(levels);
    shadows = List.copyOf(shadows);
    warnings = List.copyOf(warnings);
  }

  /**
   * Somebody who follows a level.
   *
   * @param of the name of the level
   */
  public record Following(String of, Shift shift) {}

  /** The first level after that one on which somebody is on call: whom to ask in a gap. */
  public Optional<LevelOnCall> fallback(LevelOnCall level) {
    return levels.stream()
        .filter(other -> other.number() > level.number())
        .filter(other -> !other.onCall().shifts().isEmpty())
        .findFirst();
  }

  /** The people to ask first: those of the first level on which anybody is on call. */
  public List<Person> firstInLine() {
    return levels.stream()
        .map(level -> level.onCall().shifts())
        .filter(shifts -> !shifts.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(Shift::person)
        .toList();
  }

  /** Who comes on call first after the instant, on whichever level; several if at once. */
  public List<Upcoming> firstToCome() {
    return levels.stream()
        .map(level -> level.onCall().next())
        .filter(next -> !next.isEmpty())
        .min(Comparator.comparing(next -> next.get(0).from()))
        .orElse(List.of());
  }
}
