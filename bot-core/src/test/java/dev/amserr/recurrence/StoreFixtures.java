package dev.amserr.recurrence;

import dev.amserr.storage.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Batches and what else the tests of stores share. */
final class StoreFixtures {

  private StoreFixtures() {}

  static SeriesState spike(Instant since, @Nullable Instant calmSince) {
    return new SeriesState(StateKind.SPIKE, since, new Why(60.5, 18.66, 5.2), 5, "", calmSince);
  }

  static Handling acknowledged(long version, Instant at) {
    return new Handling(version, Handling.Status.ACKNOWLEDGED, "discord:1", "Ana", at, Mute.off());
  }

  static SeriesEvent event(long series, Instant at) {
    return new SeriesEvent(
        series, at, SeriesEvent.Kind.ACKNOWLEDGED, "discord:1", "Ana", Mute.off(), "");
  }

  static SeriesEvent muted(long series, Instant at, Mute mute) {
    SeriesEvent.Kind kind =
        mute.equals(Mute.off()) ? SeriesEvent.Kind.UNMUTED : SeriesEvent.Kind.MUTED;
    return new SeriesEvent(series, at, kind, "slack:U1", "Ana", mute, "planned");
  }

  static AuditEntry audit(Instant at) {
    return new AuditEntry(at, "discord", "1", "Ana", "errors.ack", "amp:0x00200194", "", "", "");
  }

  /** Reports of one request; {@code amp 0x00200194} from {@code web-eu} unless told otherwise. */
  static final class Reports {

    static final String NAME = "networkErrHttpUrlNotFound";

    private static final ResolvedCode CODE =
        new ResolvedCode("amp", "0x00200194", NAME, new TreeMap<>(Map.of()));

    private final String source;
    private final Instant now;
    private final BatchBuilder builder;

    private Reports(String source, Instant now, @Nullable OnceKey key) {
      this.source = source;
      this.now = now;
      this.builder = new BatchBuilder(key, now);
    }

    /** Reports that arrive then. */
    static Reports at(Instant now) {
      return new Reports("web-eu", now, null);
    }

    static Reports at(Instant now, OnceKey key) {
      return new Reports("web-eu", now, key);
    }

    static Reports from(String source, Instant now) {
      return new Reports(source, now, null);
    }

    Reports add(long count) {
      return add(CODE, count, now, null, null);
    }

    Reports add(long count, Instant at) {
      return add(CODE, count, at, null, null);
    }

    Reports add(Sample sample) {
      return add(CODE, 1, sample.at(), null, sample);
    }

    Reports addId(long count, String id) {
      return add(CODE, count, now, id, null);
    }

    Reports addOther(String text, long count) {
      return addOther(text, count, now);
    }

    Reports addOther(String text, long count, Instant at) {
      return add(ResolvedCode.ofText(text), count, at, null, null);
    }

    Reports addAlert(OnceKey firing, Instant seen) {
      builder.addAlert(occurrence(1, now, null), CODE, firing, seen, null);
      return this;
    }

    Reports plays(long count) {
      builder.addPlays(source, now, count);
      return this;
    }

    Batch batch() {
      return builder.build();
    }

    /** Counts them, alone. */
    Receipt countIn(OccurrenceStore store) {
      return store.commit(List.of(batch()), Sheds.NONE, now).get(0);
    }

    private Reports add(
        ResolvedCode code, long count, Instant at, @Nullable String id, @Nullable Sample sample) {
      builder.add(occurrence(count, at, id), code, sample);
      return this;
    }

    private Occurrence occurrence(long count, Instant at, @Nullable String id) {
      return new Occurrence("0x20200194", null, source, at, count, null, null, id);
    }
  }
}
