package dev.amserr.app;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlOccurrenceStore;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Tally;
import dev.amserr.recurrence.Why;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Codes that are new, so that digests have something to tell. */
public final class NewCodes {

  private NewCodes() {}

  /**
   * Puts {@code checkout-1}, {@code checkout-2} and so on into the store of a data folder.
   *
   * @param at when each occurred, too seldom for a spike
   */
  public static void seen(Path data, int codes, Instant at) {
    Map<SeriesKey, String> named = new LinkedHashMap<>();
    for (int code = 1; code <= codes; code++) {
      named.put(new SeriesKey("", "checkout-" + code, "web-eu"), "");
    }
    seen(data, named, at);
  }

  /**
   * Puts codes into the store of a data folder.
   *
   * @param codes with the name of each
   * @param at when each occurred, too seldom for a spike
   */
  public static void seen(Path data, Map<SeriesKey, String> codes, Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    try (Database database =
        Database.open(new StoreLocation.SqliteFile(data.resolve(StoreLocation.FILE_NAME)))) {
      OccurrenceStore store =
          new SqlOccurrenceStore(
              database, new SqlAuditLog(database), ZoneOffset.UTC, new Random(7));
      List<StateChange> changes = new ArrayList<>();
      for (Map.Entry<SeriesKey, String> code : codes.entrySet()) {
        SeriesKey key = code.getKey();
        Tally tally =
            new Tally(key, code.getValue(), minute, 5, 1, false, minute, minute, null, null);
        store.commit(List.of(new Batch(null, List.of(tally), List.of())), Sheds.NONE, minute);
        changes.add(
            new StateChange.Opened(
                store.find(key).orElseThrow().id(),
                SeriesState.of(StateKind.NEW, minute, new Why(0, 7, 0))));
      }
      store.save(null, minute.plusSeconds(60), changes);
    }
  }
}
