package dev.amserr.command.dispatch;

import dev.amserr.storage.ShortLivedRecords;
import dev.amserr.storage.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short-lived records without a store; can be switched off. */
public final class RecordsInMemory implements ShortLivedRecords {

  private record Row(String content, Instant expires, @Nullable Taken taken) {}

  private final Map<String, Row> rows = new HashMap<>();
  private boolean available = true;

  public void goAway() {
    available = false;
  }

  public int size() {
    return rows.size();
  }

  @Override
  public synchronized String put(String kind, String content, Instant now, Instant expires) {
    requireAvailable();
    String id = "id-" + rows.size();
    rows.put(kind + "/" + id, new Row(content, expires, null));
    return id;
  }

  @Override
  public synchronized Lookup find(String kind, String id, Instant now) {
    requireAvailable();
    Row row = rows.get(kind + "/" + id);
    if (row == null) {
      return new Unknown();
    }
    if (row.taken() != null) {
      return row.taken();
    }
    return now.isBefore(row.expires()) ? new Found(row.content()) : new Expired(row.expires());
  }

  @Override
  public synchronized Lookup take(String kind, String id, String takenBy, Instant now) {
    Lookup found = find(kind, id, now);
    if (found instanceof Found f) {
      Row row = rows.get(kind + "/" + id);
      rows.put(kind + "/" + id, new Row(f.content(), row.expires(), new Taken(takenBy, now)));
    }
    return found;
  }

  private void requireAvailable() {
    if (!available) {
      throw new StoreUnavailableException(
          "The database is not reachable.", new IllegalStateException("refused"));
    }
  }

  @Override
  public synchronized Lookup claim(
      String kind, String id, String takenBy, Instant now, Instant expires) {
    Lookup found = find(kind, id, now);
    if (found instanceof Unknown) {
      rows.put(kind + "/" + id, new Row("", expires, new Taken(takenBy, now)));
      return new Found("");
    }
    return found;
  }
}
