package dev.amserr.discord;

import dev.amserr.storage.ShortLivedRecords;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What buttons mean, without a store. */
final class RecordsInMemory implements ShortLivedRecords {

  private record Row(String content, Instant expires, @Nullable Taken taken) {}

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  /** As after a week. */
  void forget() {
    rows.clear();
  }

  @Override
  public String put(String kind, String content, Instant now, Instant expires) {
    String id = "id-" + rows.size();
    rows.put(kind + "/" + id, new Row(content, expires, null));
    return id;
  }

  @Override
  public Lookup find(String kind, String id, Instant now) {
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
    return found.fold(
        valid -> {
          Row row = rows.get(kind + "/" + id);
          rows.put(kind + "/" + id, new Row(row.content(), row.expires(), new Taken(takenBy, now)));
          return valid;
        },
        taken -> taken,
        expired -> expired,
        unknown -> unknown);
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
