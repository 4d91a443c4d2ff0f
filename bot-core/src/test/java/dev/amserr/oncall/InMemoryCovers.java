package dev.amserr.oncall;

import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Covers without a store, for tests. For any number of threads. */
public final class InMemoryCovers implements Covers {

  private final List<Cover> covers = new ArrayList<>();
  private final Map<Cover, Instant> removed = new LinkedHashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();
  private long lastId;

  /** What the audit log was given, oldest first. */
  public synchronized List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public synchronized List<Cover> of(String team, Interval window) {
    return covers.stream()
        .filter(cover -> cover.team().equals(team) && cover.time().overlaps(window))
        .toList();
  }

  @Override
  public synchronized Optional<Cover> find(long id) {
    return covers.stream().filter(cover -> cover.id() == id).findFirst();
  }

  @Override
  public synchronized Addition add(
      CoverDraft draft, Instant now, String createdBy, Function<Cover, AuditEntry> entry) {
    CoverRequest request = draft.request();
    for (Cover cover : covers) {
      if (cover.request().equals(request)) {
        return new Present(cover);
      }
    }
    for (Map.Entry<Cover, Instant> gone : removed.entrySet()) {
      Cover cover = gone.getKey();
      if (cover.request().equals(request) && !cover.created().isBefore(draft.asked())) {
        return new Withdrawn(cover, gone.getValue());
      }
    }
    Cover cover =
        new Cover(
            ++lastId,
            request.team(),
            request.level(),
            request.scope(),
            new Interval(request.from(), request.until()),
            request.by(),
            now,
            createdBy);
    audit.add(entry.apply(cover));
    covers.add(cover);
    return new Added(cover);
  }

  /** Makes a cover as if it had been asked for and confirmed at once. */
  public Cover add(CoverRequest request, Instant now, String createdBy) {
    return add(
            new CoverDraft(request, now),
            now,
            createdBy,
            cover -> new AuditEntry(now, "api", createdBy, "", "oncall.cover", "test", "", "", ""))
        .cover();
  }

  @Override
  public synchronized Optional<Cover> remove(
      long id, Instant now, Function<Cover, AuditEntry> entry) {
    Optional<Cover> found = find(id);
    found.ifPresent(
        cover -> {
          audit.add(entry.apply(cover));
          covers.remove(cover);
          removed.put(cover, now);
        });
    return found;
  }
}
