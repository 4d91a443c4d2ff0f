package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Covers without a store, for tests. For any number of threads. */
public final class InMemoryCovers implements Covers {

  private final List<Cover> covers = new ArrayList<>();
  private long lastId;

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
  public synchronized Addition add(CoverRequest request, Instant now, String createdBy) {
    for (Cover cover : covers) {
      if (cover.request().equals(request)) {
        return new Present(cover);
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
    covers.add(cover);
    return new Added(cover);
  }

  @Override
  public synchronized Optional<Cover> remove(long id) {
    Optional<Cover> found = find(id);
    found.ifPresent(covers::remove);
    return found;
  }
}
