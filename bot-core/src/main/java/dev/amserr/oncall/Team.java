package dev.amserr.oncall;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A team that is on call.
 *
 * @param id the key in the roster, such as {@code player}
 * @param title as it is shown
 * @param zone of its local times
 * @param owns patterns of the codes that are its own
 * @param levels in the order in which they are asked; of a team with a calendar exactly one,
 *     without layers
 * @param shadows who follows which level
 * @param expectedGaps when nobody needs to be on call
 * @param calendar where its calendar is, or null if layers say who is on call
 */
public record Team(
    String id,
    String title,
    ZoneId zone,
    List<OwnershipPattern> owns,
    List<Level> levels,
    List<Shadow> shadows,
    List<Hours> expectedGaps,
    @Nullable CalendarSource calendar) {

  /** The name of the one level of a team with a calendar. */
  public static final String CALENDAR_LEVEL = "primary";

  public Team {
    owns = List.copyOf(owns);
    levels = List.copyOf(levels);
    shadows = List.copyOf(shadows);
    expectedGaps = List.copyOf(expectedGaps);
    if (id.isBlank() || levels.isEmpty()) {
      throw new IllegalArgumentException("a team needs an id and a level");
    }
    for (Shadow shadow : shadows) {
      if (levels.stream().noneMatch(level -> level.name().equals(shadow.of()))) {
        throw new IllegalArgumentException("a shadow of the unknown level " + shadow.of());
      }
    }
  }

  /** A team of levels and nothing else, titled by its id. */
  public static Team of(String id, ZoneId zone, List<Level> levels) {
    return new Team(id, id, zone, List.of(), levels, List.of(), List.of(), null);
  }

  /** The index of a level by its name, case aside, or by its number from 1. */
  public OptionalInt level(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return OptionalInt.of(i);
      }
    }
    for (int i = 0; i < levels.size(); i++) {
      if (Integer.toString(i + 1).equals(wanted)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The same team with other levels. */
  public Team withLevels(List<Level> others) {
    return new Team(id, title, zone, owns, others, shadows, expectedGaps, calendar);
  }
}
