package dev.amserr.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A run whose time has come, and what to do about it. */
public sealed interface DueRun {

  /** Later than this after its time, a run counts as missed. */
  Duration PUNCTUAL = Duration.ofMinutes(10);

  /** When it was due. */
  Instant scheduledAt();

  /** Which time it covers. */
  DigestWindow window();

  /** Why this is what to do. */
  String reason();

  /**
   * To be composed and posted.
   *
   * @param missed the runs it stands for that were not posted in time
   */
  record Compose(Instant scheduledAt, DigestWindow window, Missed missed, String reason)
      implements DueRun {
    public Compose {
      requireEnd(scheduledAt, window);
      Objects.requireNonNull(missed, "missed");
    }

    /** The same run, in place of one before it that nobody has seen. */
    Compose replacing(DigestWindow earlier, Missed missedBefore, Instant earlierAt) {
      Missed all =
          new Missed(missedBefore.count() + 1 + missed.count(), missedBefore.or(earlierAt));
      return new Compose(
          scheduledAt,
          new DigestWindow(earlier.after(), window.until()),
          all,
          "stands for " + all.count() + " runs that reached nobody");
    }
  }

  /** Not to be posted; it is noted so that the next window begins at its end. */
  record PassOver(Instant scheduledAt, DigestWindow window, String reason) implements DueRun {
    public PassOver {
      requireEnd(scheduledAt, window);
    }
  }

  /**
   * Runs that were not posted in time.
   *
   * @param since when the first of them was due; null where there is none
   */
  record Missed(int count, @Nullable Instant since) {
    public static final Missed NONE = new Missed(0, null);

    public Missed {
      if (count < 0 || (count == 0) != (since == null)) {
        throw new IllegalArgumentException(count + " missed runs since " + since);
      }
    }

    private Instant or(Instant first) {
      return since == null ? first : since;
    }
  }

  /** One function per case. */
  default <T> T fold(Function<Compose, T> compose, Function<PassOver, T> passOver) {
    return this instanceof Compose c ? compose.apply(c) : passOver.apply((PassOver) this);
  }

  /**
   * The runs of a schedule that are due and not yet noted, in order.
   *
   * @param progress how far the schedule has come
   */
  static List<DueRun> of(DigestSchedule schedule, Progress progress, Instant now) {
    List<Instant> due = schedule.fireTimes().within(progress.notDueUntil(), now);
    if (due.isEmpty()) {
      return List.of();
    }
    Instant first = due.get(0);
    Instant last = due.get(due.size() - 1);
    Instant start = progress.windowStart().orElseGet(() -> schedule.firstWindowStart(first));
    boolean lastIsLate = isLate(last, now);
    int late = (int) due.stream().filter(at -> isLate(at, now)).count();
    return switch (schedule.onMissed()) {
      case COMBINE ->
          List.of(
              new Compose(
                  last,
                  new DigestWindow(start, last),
                  late == 0 ? Missed.NONE : new Missed(late, first),
                  late == 0 ? "it is time" : "covers every missed run (onMissed: combine)"));
      case LATEST -> {
        if (due.size() == 1) {
          yield List.of(
              new Compose(
                  last,
                  new DigestWindow(start, last),
                  lastIsLate ? new Missed(1, last) : Missed.NONE,
                  lastIsLate ? "the only missed run (onMissed: latest)" : "it is time"));
        }
        Instant before = due.get(due.size() - 2);
        yield List.of(
            new PassOver(
                before,
                new DigestWindow(start, before),
                due.size() - 1 + " runs were missed (onMissed: latest)"),
            new Compose(
                last,
                new DigestWindow(before, last),
                lastIsLate ? new Missed(1, last) : Missed.NONE,
                "the latest of " + due.size() + " (onMissed: latest)"));
      }
      case SKIP -> {
        if (late == 0) {
          yield List.of(
              new Compose(last, new DigestWindow(start, last), Missed.NONE, "it is time"));
        }
        Instant lastLate = due.get(late - 1);
        PassOver passedOver =
            new PassOver(
                lastLate,
                new DigestWindow(start, lastLate),
                late + " runs were missed (onMissed: skip)");
        yield late == due.size()
            ? List.of(passedOver)
            : List.of(
                passedOver,
                new Compose(last, new DigestWindow(lastLate, last), Missed.NONE, "it is time"));
      }
    };
  }

  /** How the runs it stands for are told; empty where there are none. */
  static String told(Missed missed, ZoneId zone) {
    return missed.since() == null
        ? ""
        : "covers "
            + missed.count()
            + (missed.count() == 1 ? " missed run" : " missed runs")
            + " since "
            + ZoneTimes.dayAndTime(missed.since(), zone);
  }

  private static boolean isLate(Instant scheduledAt, Instant now) {
    return scheduledAt.plus(PUNCTUAL).isBefore(now);
  }

  private static void requireEnd(Instant scheduledAt, DigestWindow window) {
    if (!window.until().equals(scheduledAt)) {
      throw new IllegalArgumentException("A run at " + scheduledAt + " can't cover " + window);
    }
  }
}
