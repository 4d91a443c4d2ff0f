package dev.amserr.recurrence;

import dev.amserr.storage.AuditEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

class InMemoryOccurrenceStoreTest extends OccurrenceStoreContract {

  private InMemoryOccurrenceStore store =
      new InMemoryOccurrenceStore(ZoneId.of("UTC"), new SplittableRandom(1), 1);

  @Override
  protected OccurrenceStore store(ZoneId zone, int mostSeries) {
    store = new InMemoryOccurrenceStore(zone, new SplittableRandom(1), mostSeries);
    return store;
  }

  @Override
  protected List<AuditEntry> audit() {
    return store.audit();
  }
}
