package dev.amserr.command;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Function;

/**
 * A point in time as somebody wrote it. A local time stays local until a zone is chosen, because
 * the zone may be a team's and the time may exist twice there.
 */
public sealed interface When {

  /** A time that needs no zone. */
  record Exact(Instant at) implements When {}

  /** A time on the wall. */
  record Local(LocalDateTime at) implements When {}

  /**
   * Every instant that this is in a zone, earlier first: one, or two for a time that a clock change
   * repeats. A time that a clock change skips is the moment of the change.
   */
  default List<Instant> instants(ZoneId zone) {
    return fold(
        exact -> List.of(exact.at()),
        local -> {
          List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local.at());
          if (offsets.isEmpty()) {
            ZoneOffsetTransition skipped = zone.getRules().getTransition(local.at());
            return List.of(skipped.getInstant());
          }
          return offsets.stream().map(local.at()::toInstant).sorted().toList();
        });
  }

  /** The first of {@link #instants}. */
  default Instant first(ZoneId zone) {
    return instants(zone).get(0);
  }

  /** One function per case. */
  default <T> T fold(Function<Exact, T> exact, Function<Local, T> local) {
    return this instanceof Exact e ? exact.apply(e) : local.apply((Local) this);
  }
}
