package dev.amserr.storage;

import java.util.List;

/** Who changed what: append only. */
public interface AuditLog {

  /**
   * Keeps an entry; it is durable when this returns.
   *
   * @throws StoreUnavailableException if it could not be kept
   */
  void append(AuditEntry entry);

  /**
   * The latest entries, newest first.
   *
   * @param subject only entries about exactly this; empty for all
   * @param limit from 1 to 1,000
   * @throws StoreUnavailableException if the store does not answer
   */
  List<AuditEntry> latest(String subject, int limit);
}
