package dev.amserr.app.cli;

import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.Covers;
import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The covers of a bot that never ran: there are none, and none can be made. */
final class NoCovers implements Covers {

  @Override
  public List<Cover> of(String team, Interval window) {
    return List.of();
  }

  @Override
  public Optional<Cover> find(long id) {
    return Optional.empty();
  }

  @Override
  public Addition add(
      CoverDraft draft, Instant now, String createdBy, Function<Cover, AuditEntry> entry) {
    throw new UnsupportedOperationException("There is no store to keep a cover");
  }

  @Override
  public Optional<Cover> remove(long id, Instant now, Function<Cover, AuditEntry> entry) {
    return Optional.empty();
  }
}
