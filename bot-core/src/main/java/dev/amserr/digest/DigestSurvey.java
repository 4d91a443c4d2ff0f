package dev.amserr.digest;

import dev.amserr.recurrence.BucketReader;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.HourBucket;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SourceActivity;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Top;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at a window and freezes what a digest of it tells. Counts and plays are those of minutes
 * that begin in the window, bars those of the full hours that it touches.
 */
public final class DigestSurvey {

  private final SeriesQueries series;
  private final BucketReader buckets;
  private final WindowStates states;
  private final Duties duties;

  public DigestSurvey(
      SeriesQueries series, BucketReader buckets, WindowStates states, Duties duties) {
    this.series = series;
    this.buckets = buckets;
    this.states = states;
    this.duties = duties;
  }

  /**
   * The snapshot of a run.
   *
   * @param now when it is taken: who is on call, and what is muted
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public DigestSnapshot snapshot(
      DigestSchedule schedule, RunId run, DigestWindow window, DueRun.Missed missed, Instant now) {
    return new Look(schedule, window, now).snapshot(run, missed);
  }

  /**
   * Whether the states of series are known until then.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  boolean isEvaluated(Instant until) {
    return states.evaluatedUntil().filter(known -> !known.isBefore(until)).isPresent();
  }

  /** One look at the store. */
  private final class Look {

    private final DigestSchedule schedule;
    private final DigestWindow window;
    private final Interval interval;
    private final Instant now;
    private final Stretches stretches;
    private final WindowCounts counts;
    private final OwnersOnDuty owners;

    Look(DigestSchedule schedule, DigestWindow window, Instant now) {
      this.schedule = schedule;
      this.window = window;
      this.interval = new Interval(window.after(), window.until());
      this.now = now;
      this.owners = new OwnersOnDuty(duties, now);
      this.stretches = Stretches.of(window);
      this.counts =
          WindowCounts.of(
              series, interval, schedule.filter(), line -> owners.owner(line.key(), line.name()));
    }

    DigestSnapshot snapshot(RunId run, DueRun.Missed missed) {
      List<Flagged> all = flagged();
      Map<Long, List<HourBucket>> mutedHours = hours(mutedAboveACount(all));
      List<Flagged> shown = new ArrayList<>();
      int acknowledged = 0;
      int muted = 0;
      for (Flagged one : all) {
        long c60 = highest60(mutedHours.getOrDefault(one.series().id(), List.of()));
        Handling handling = one.series().handling();
        if (handling.mute().holds(now, c60)) {
          muted++;
        } else if (handling.covers(one.states(), now, c60)) {
          acknowledged++;
        } else {
          shown.add(one);
        }
      }
      List<DigestSnapshot.Section> sections =
          new SectionLines(counts, stretches, this::hours, this::plays).sections(shown);
      return new DigestSnapshot(
          run,
          schedule.zone(),
          window,
          missed,
          counts.totals(),
          owners.of(sections),
          sections,
          acknowledged,
          muted,
          series.sheds(interval),
          chart(all));
    }

    private List<Flagged> flagged() {
      List<Flagged> admitted = admitted();
      counts.lookUp(series, interval, admitted.stream().map(one -> one.series().id()).toList());
      return admitted.stream().flatMap(one -> frequentEnough(one).stream()).toList();
    }

    /** The series in states that the digest is about, however often they occurred. */
    private List<Flagged> admitted() {
      Map<Long, List<SeriesState>> during = states.during(interval);
      List<Flagged> admitted = new ArrayList<>();
      for (Series one : series.series(during.keySet())) {
        String owner = owners.owner(one.key(), one.name());
        List<SeriesState> wanted =
            during.getOrDefault(one.id(), List.of()).stream()
                .filter(state -> isWanted(one, state))
                .toList();
        if (!wanted.isEmpty() && schedule.filter().admits(one.key(), owner)) {
          admitted.add(new Flagged(one, owner, wanted));
        }
      }
      return admitted;
    }

    private boolean isWanted(Series one, SeriesState state) {
      boolean inTime =
          switch (state.kind()) {
            case NEW -> interval.contains(one.firstSeen());
            case SPIKE -> schedule.sensitivity() == Sensitivity.NORMAL || state.z() >= 6;
            default -> true;
          };
      return inTime && schedule.filter().admits(state.kind());
    }

    private Optional<Flagged> frequentEnough(Flagged one) {
      long count = counts.count(one.series().id());
      List<SeriesState> left =
          one.states().stream()
              .filter(state -> schedule.filter().admits(state.kind(), count))
              .toList();
      return left.isEmpty()
          ? Optional.empty()
          : Optional.of(new Flagged(one.series(), one.owner(), left));
    }

    private DigestSnapshot.Chart chart(List<Flagged> all) {
      List<Top.Line> top = counts.top();
      Map<Long, List<HourBucket>> hours =
          hours(top.stream().map(line -> line.series().id()).toList());
      Map<Long, List<Instant>> spikes = new HashMap<>();
      for (Flagged one : all) {
        spikes.put(
            one.series().id(),
            one.states().stream()
                .filter(state -> state.kind() == StateKind.SPIKE)
                .map(SeriesState::since)
                .filter(interval::contains)
                .toList());
      }
      return new DigestSnapshot.Chart(
          stretches.hours().from(),
          stretches.length(),
          top.stream()
              .map(
                  line ->
                      new DigestSnapshot.Band(
                          line.series().label(),
                          line.series().key().source(),
                          stretches.counts(hours.getOrDefault(line.series().id(), List.of())),
                          spikes.getOrDefault(line.series().id(), List.of())))
              .toList());
    }

    private Map<Long, List<HourBucket>> hours(Collection<Long> ids) {
      return ids.isEmpty()
          ? Map.of()
          : buckets.hours(ids, stretches.hours()).stream()
              .collect(Collectors.groupingBy(HourBucket::series));
    }

    private Map<String, Long> plays() {
      return series.sources(interval).stream()
          .collect(Collectors.toMap(SourceActivity::source, SourceActivity::plays));
    }
  }

  private static List<Long> mutedAboveACount(List<Flagged> all) {
    return all.stream()
        .filter(
            one ->
                one.series()
                    .handling()
                    .mute()
                    .<Boolean>fold(() -> false, until -> false, above -> true))
        .map(one -> one.series().id())
        .toList();
  }

  private static long highest60(List<HourBucket> hours) {
    return hours.stream().mapToLong(hour -> Math.max(hour.max60(), hour.count())).max().orElse(0);
  }
}
