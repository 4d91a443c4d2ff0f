package dev.amserr.app.console;

import dev.amserr.storage.ShortLivedRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Short-lived records without a store. */
final class RecordsInMemory implements ShortLivedRecords {

  private final Map<String, Lookup> rows = new HashMap<>();

  @Override
  public synchronized String put(String kind, String content, Instant now, Instant expires) {
    String id = "id-" + rows.size();
    rows.put(kind + "/" + id, new Found(content));
    return id;
  }

  @Override
  public synchronized Lookup find(String kind, String id, Instant now) {
    return rows.getOrDefault(kind + "/" + id, new Unknown());
  }

  @Override
  public synchronized Lookup take(String kind, String id, String takenBy, Instant now) {
    Lookup found = find(kind, id, now);
    if (found instanceof Found) {
      rows.put(kind + "/" + id, new Taken(takenBy, now));
    }
    return found;
  }

  @Override
  public synchronized Lookup claim(
      String kind, String id, String takenBy, Instant now, Instant expires) {
    Lookup found = find(kind, id, now);
    if (found instanceof Unknown) {
      rows.put(kind + "/" + id, new Taken(takenBy, now));
      return new Found("");
    }
    return found;
  }
}
