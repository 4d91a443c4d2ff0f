package dev.amserr.digest;

import dev.amserr.recurrence.InMemoryOccurrenceStore;
import java.time.ZoneOffset;
import java.util.Random;

class HistoryStatesTest extends WindowStatesContract {

  @Override
  protected Stores stores() {
    InMemoryOccurrenceStore store =
        new InMemoryOccurrenceStore(ZoneOffset.UTC, new Random(7), 50_000);
    return new Stores(store, new HistoryStates(store, store));
  }
}
