package dev.amserr.app.store;

import dev.amserr.app.store.WindowCut.Stretch;
import dev.amserr.app.store.WindowCut.Unit;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts of a window as SQL. The numbers stand in the text: they are ours, and many. */
final class WindowSql {

  private WindowSql() {}

  /** Rows of {@code series} and {@code n}: add them up. */
  static String occurrences(Handle handle, Interval window, ZoneId zone) {
    return union(
        WindowCut.of(window, minutesSince(handle), zone).stretches(),
        "SELECT series, occurrences AS n FROM series_",
        "SELECT series, occurrences AS n FROM series_day WHERE day < 0");
  }

  /** Rows of {@code source} and {@code n}: add them up. */
  static String plays(Handle handle, Interval window) {
    return union(
        WindowCut.ofHours(window, minutesSince(handle)).stretches(),
        "SELECT source, plays AS n FROM plays_",
        "SELECT source, plays AS n FROM plays_hour WHERE start_at < 0");
  }

  private static String union(List<Stretch> stretches, String select, String none) {
    return stretches.isEmpty()
        ? none
        : stretches.stream()
            .map(stretch -> select + table(stretch))
            .collect(Collectors.joining(" UNION ALL "));
  }

  private static String table(Stretch stretch) {
    String unit =
        switch (stretch.unit()) {
          case MINUTE -> "minute";
          case HOUR -> "hour";
          case DAY -> "day";
        };
    String start = stretch.unit() == Unit.DAY ? "day" : "start_at";
    return unit
        + " WHERE "
        + start
        + " >= "
        + stretch.from()
        + " AND "
        + start
        + " < "
        + stretch.until();
  }

  private static Instant minutesSince(Handle handle) {
    return handle
        .createQuery("SELECT minutes_since FROM recurrence_progress WHERE id = 1")
        .map((row, context) -> Millis.instant(row, "minutes_since"))
        .one();
  }
}
