package dev.amserr.recurrence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.Origin;
import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where people do something about series. Of any number who do the same at once, on any number of
 * nodes, exactly one gets {@link Done}; it leaves a line of history and one of audit.
 */
public final class SeriesDesk {

  private static final int MOST_ATTEMPTS = 20;
  private static final double WORSE = 1.5;
  private static final long LEAST_WORSE = 10;
  private static final Duration WORSE_THAN_THE_LAST = Duration.ofHours(24);

  private final OccurrenceStore store;

  public SeriesDesk(OccurrenceStore store) {
    this.store = store;
  }

  /** What became of a deed. */
  public sealed interface Outcome {

    /** One function per case. */
    default <T> T fold(
        Function<Done, T> done, Function<Already, T> already, Function<Gone, T> gone) {
      if (this instanceof Done d) {
        return done.apply(d);
      }
      return this instanceof Already a ? already.apply(a) : gone.apply((Gone) this);
    }
  }

  /** It is done. */
  public record Done(Handling now) implements Outcome {}

  /** Somebody did it before; nothing changed. */
  public record Already(Handling now) implements Outcome {}

  /** There is no such series. */
  public record Gone() implements Outcome {}

  /**
   * Does something about a series.
   *
   * @param reason for the audit log; may be empty
   * @param origin who does it, and when
   * @throws dev.amserr.storage.StoreUnavailableException if it could not be kept
   */
  public Outcome act(long series, Deed deed, String reason, Origin origin) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Series> found = store.series(List.of(series)).stream().findFirst();
      if (found.isEmpty()) {
        return new Gone();
      }
      Handling before = found.get().handling();
      List<SeriesState> states = store.openStates(List.of(series)).getOrDefault(series, List.of());
      if (isDone(deed, before, states)) {
        return new Already(before);
      }
      Handling next = next(deed, before, origin);
      boolean kept =
          store
              .replace(
                  series,
                  next,
                  event(series, deed, reason, origin),
                  audit(found.get(), deed, reason, next, origin))
              .fold(replaced -> true, conflict -> false, gone -> false);
      if (kept) {
        return new Done(next);
      }
    }
    throw new IllegalStateException(
        "series " + series + " was changed " + MOST_ATTEMPTS + " times while it was looked at");
  }

  /** The mute of a series that ends when it gets worse than it was in the last 24 hours. */
  public Mute untilWorse(long series, Instant now) {
    Instant first = now.minus(WORSE_THAN_THE_LAST).truncatedTo(ChronoUnit.HOURS);
    List<MinuteBucket> minutes =
        store.minutes(series, new Interval(first.minus(1, ChronoUnit.HOURS), now));
    long most = 0;
    for (Instant hour = first; hour.isBefore(now); hour = hour.plus(1, ChronoUnit.HOURS)) {
      most = Math.max(most, RollingMaxima.of(hour, minutes).max60());
    }
    return Mute.untilAbove(Math.max(LEAST_WORSE, Math.round(WORSE * most)));
  }

  private static boolean isDone(Deed deed, Handling now, List<SeriesState> states) {
    return deed.fold(
        () ->
            now.status() == Handling.Status.ACKNOWLEDGED && states.stream().noneMatch(now::isNews),
        () ->
            now.status() == Handling.Status.RESOLVED
                && states.stream().noneMatch(s -> s.kind() == StateKind.REGRESSED),
        silence -> now.mute().equals(silence.mute()));
  }

  private static Handling next(Deed deed, Handling before, Origin origin) {
    return deed.fold(
        () -> taken(before, Handling.Status.ACKNOWLEDGED, origin),
        () -> taken(before, Handling.Status.RESOLVED, origin),
        silence -> before.with(silence.mute()));
  }

  private static Handling taken(Handling before, Handling.Status status, Origin origin) {
    return new Handling(
        before.version() + 1,
        status,
        by(origin),
        origin.actor().displayName(),
        origin.at().truncatedTo(ChronoUnit.MILLIS),
        before.mute());
  }

  private static SeriesEvent event(long series, Deed deed, String reason, Origin origin) {
    SeriesEvent.Kind kind =
        deed.fold(
            () -> SeriesEvent.Kind.ACKNOWLEDGED,
            () -> SeriesEvent.Kind.RESOLVED,
            silence ->
                silence.mute().equals(Mute.off())
                    ? SeriesEvent.Kind.UNMUTED
                    : SeriesEvent.Kind.MUTED);
    return new SeriesEvent(
        series,
        origin.at().truncatedTo(ChronoUnit.MILLIS),
        kind,
        by(origin),
        origin.actor().displayName(),
        deed.fold(Mute::off, Mute::off, Deed.Silence::mute),
        reason);
  }

  private static AuditEntry audit(
      Series series, Deed deed, String reason, Handling next, Origin origin) {
    String action = deed.fold(() -> "errors.ack", () -> "errors.resolve", silence -> "errors.mute");
    return new AuditEntry(
        origin.at(),
        origin.actor().platform(),
        origin.actor().id(),
        origin.actor().displayName(),
        action,
        subject(series.key()),
        reason,
        json(series.handling()),
        json(next));
  }

  private static String subject(SeriesKey key) {
    return (key.isText() ? "" : key.system() + ":") + key.code() + "@" + key.source();
  }

  private static String json(Handling handling) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("status", handling.status().name().toLowerCase(Locale.ROOT));
    node.put("by", handling.by());
    node.put("mute", text(handling.mute()));
    return node.toString();
  }

  private static String text(Mute mute) {
    return mute.fold(
        () -> "",
        until -> "until " + until.at().truncatedTo(ChronoUnit.MINUTES),
        above -> "until more than " + above.count() + " within 60 minutes");
  }

  private static String by(Origin origin) {
    return origin.actor().platform() + ":" + origin.actor().id();
  }
}
