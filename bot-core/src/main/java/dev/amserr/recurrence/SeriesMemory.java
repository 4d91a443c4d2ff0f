package dev.amserr.recurrence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Series by id, as they were when they were first asked for. What they do changes; who they are
 * not.
 */
final class SeriesMemory {

  private final SeriesQueries queries;
  private final Map<Long, Series> known = new HashMap<>();

  SeriesMemory(SeriesQueries queries) {
    this.queries = queries;
  }

  /** Those of the series that exist. */
  List<Series> get(Collection<Long> ids) {
    List<Long> missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      queries.series(missing).forEach(series -> known.put(series.id(), series));
    }
    return ids.stream().map(known::get).filter(series -> series != null).toList();
  }
}
