package dev.amserr.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Leases without a store. */
public final class InMemoryLeases implements Leases {

  private final Map<String, HeldByOther> rows = new HashMap<>();

  @Override
  public synchronized Claim take(String name, String holder, Instant now, Instant until) {
    HeldByOther row = rows.get(name);
    if (row != null && !row.holder().equals(holder) && row.until().isAfter(now)) {
      return row;
    }
    rows.put(name, new HeldByOther(holder, until));
    return new Held(until);
  }

  @Override
  public synchronized void release(String name, String holder) {
    rows.computeIfPresent(name, (same, row) -> row.holder().equals(holder) ? null : row);
  }
}
