package dev.amserr.oncall;

import dev.amserr.storage.AuditEntry;
import java.util.List;

class InMemoryCoversTest extends CoversContract {

  private final InMemoryCovers covers = new InMemoryCovers();

  @Override
  protected Covers covers() {
    return covers;
  }

  @Override
  protected List<AuditEntry> audit() {
    return covers.audit();
  }
}
