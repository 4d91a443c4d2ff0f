package dev.amserr.digest;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.command.dispatch.Desk;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.InMemoryOutbox;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.InMemoryCovers;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterReader;
import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.Deed;
import dev.amserr.recurrence.InMemoryOccurrenceStore;
import dev.amserr.recurrence.SeriesDesk;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Tally;
import dev.amserr.recurrence.Why;
import dev.amserr.time.SettableClock;
import dev.amserr.yaml.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A bot's digests with everything in memory. */
public final class DigestDesk {

  public static final Destination TEAM =
      new Destination("team", new Channel.SlackChannel("C0000001"));
  public static final Destination OPS =
      new Destination("ops", new Channel.DiscordChannel("100000000000000001"));

  public final SettableClock clock;
  public final InMemoryOccurrenceStore store =
      new InMemoryOccurrenceStore(ZoneOffset.UTC, new Random(7), 50_000);
  public final InMemoryOutbox outbox = new InMemoryOutbox();
  public final InMemoryDigestRuns runs = new InMemoryDigestRuns(outbox);
  public final List<DigestSchedule> schedules = new ArrayList<>();
  public final Destinations destinations =
      name -> List.of(TEAM, OPS).stream().filter(d -> d.name().equals(name)).findFirst();
  public final DigestComposer composer = new DigestComposer(run -> Optional.empty(), without());
  public final LiveOnCall onCall;
  public final Duties duties;
  public final DigestSurvey survey;
  public final DigestRunner runner;
  public final DigestPreviews previews;
  public final DigestReplies replies;

  /** Without teams. */
  public DigestDesk(Instant now) {
    this(now, "people: {}\nteams: {}\n");
  }

  /**
   * With teams.
   *
   * @param roster as {@code oncall.yaml} has it
   */
  public DigestDesk(Instant now, String roster) {
    this.clock = new SettableClock(now);
    this.onCall =
        new LiveOnCall(
            RosterReader.read("oncall.yaml", roster, new Problems()).orElseThrow(),
            new InMemoryCovers(),
            Calendars.neverRead());
    this.duties = new OnCallDuties(onCall, key -> "");
    this.survey = new DigestSurvey(store, store, new HistoryStates(store, store), duties);
    this.runner = runner("node-1");
    this.previews = new DigestPreviews(runs, survey, clock);
    this.replies =
        new DigestReplies(
            composer,
            new DigestPictures(runs::find, without(), Ticker.disabledTicker()),
            new RunOutcomes(() -> schedules, outbox));
  }

  /** Somebody acknowledges a series now. */
  public void acknowledge(long series) {
    new SeriesDesk(store).act(series, Deed.acknowledge(), "", Desk.origin("ana", clock.instant()));
  }

  /** Another process on the same store. */
  public DigestRunner runner(String process) {
    return new DigestRunner(() -> schedules, runs, survey, composer, destinations, clock, process);
  }

  /** Counts errors, each minute one sum. */
  public long count(String code, Instant at, long count) {
    SeriesKey key = new SeriesKey("amp", code, "web-eu");
    store.commit(
        List.of(
            new Batch(
                null,
                List.of(
                    new Tally(
                        key,
                        "",
                        at.truncatedTo(ChronoUnit.MINUTES),
                        count,
                        1,
                        false,
                        at,
                        at,
                        null,
                        null)),
                List.of())),
        Sheds.NONE,
        at);
    return store.find(key).orElseThrow().id();
  }

  /** A state begins. */
  public void open(long series, StateKind kind, Instant since) {
    change(new StateChange.Opened(series, state(kind, since)), since);
  }

  /** A code is found to be new. */
  public void openNew(long series, Instant firstSeen, Instant found) {
    double days = Duration.between(firstSeen, found).toMinutes() / (24.0 * 60);
    SeriesState state = SeriesState.of(StateKind.NEW, firstSeen, new Why(days, 7, 0));
    change(new StateChange.Opened(series, state), found);
  }

  /** A state is over. */
  public void close(long series, StateKind kind, Instant since, Instant at) {
    change(new StateChange.Closed(series, state(kind, since), at), at);
  }

  /** Time passes, and the detector looks at all of it. */
  public void passTo(Instant now) {
    clock.set(now);
    store.save(store.evaluatedUntil().orElse(null), now.truncatedTo(ChronoUnit.MINUTES), List.of());
  }

  /** A machine without fonts. */
  private static ChartRenderer without() {
    return new ChartRenderer() {
      @Override
      public boolean canDraw() {
        return false;
      }

      @Override
      public byte[] draw(Chart chart, Theme theme) {
        throw new IllegalStateException("this machine has no fonts");
      }
    };
  }

  private void change(StateChange change, Instant until) {
    Instant before = store.evaluatedUntil().orElse(null);
    Instant end = before == null || until.isAfter(before) ? until : before.plusSeconds(60);
    store.save(before, end, List.of(change));
  }

  private static SeriesState state(StateKind kind, Instant since) {
    return new SeriesState(
        kind, since, new Why(60, 18.66, 5.25), kind == StateKind.SPIKE ? 5 : 0, "", null);
  }
}
