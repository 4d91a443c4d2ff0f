package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.CalendarSource;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.Team;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The teams' calendars, read again as often as each asks for. A failed fetch keeps the last good
 * data, over a restart too, and says how old it is. For any number of threads.
 *
 * <p>Answers come from memory; {@link #refreshDue} does the reading and may take as long as the
 * network does, so it belongs on a thread of its own.
 */
public final class LiveCalendars implements Calendars, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCalendars.class);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private final CalendarFetcher fetcher;
  private final CalendarDocuments documents;
  private final Clock clock;
  private final Map<Key, State> states = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Two teams may follow one calendar, on different clocks. */
  private record Key(CalendarSource source, ZoneId zone) {}

  /**
   * What is known of a calendar.
   *
   * @param calendar the last good document, or null if there never was one
   * @param shifts what it says
   * @param due when to read again
   * @param failures how many fetches have failed since the last good one
   */
  private record State(
      @Nullable KeptCalendar calendar, CalendarShifts shifts, Instant due, int failures) {}

  /**
   * Calendars of which none was read yet.
   *
   * @param privateAllowed whether addresses of private networks and of this machine are allowed
   * @param configFolder where the paths of calendar files start
   * @param keptFolder where last good documents are kept over a restart; made when needed
   * @param nanos a clock that never goes back, for the time that reading a calendar takes
   */
  public LiveCalendars(
      boolean privateAllowed, Path configFolder, Path keptFolder, Clock clock, LongSupplier nanos) {
    this(
        CalendarFetcher.of(privateAllowed ? AddressRules.ANY : AddressRules.PUBLIC_ONLY),
        configFolder,
        keptFolder,
        clock,
        nanos);
  }

  LiveCalendars(
      CalendarFetcher fetcher,
      Path configFolder,
      Path keptFolder,
      Clock clock,
      LongSupplier nanos) {
    this.fetcher = fetcher;
    this.documents = new CalendarDocuments(configFolder, keptFolder, nanos);
    this.clock = clock;
  }

  /** Where last good documents are kept in the bot's own folder. */
  public static Path keptIn(Path data) {
    return data.resolve("calendars");
  }

  @Override
  public CalendarShifts of(Team team) {
    CalendarSource source = team.calendar();
    if (source == null) {
      return CalendarShifts.none();
    }
    State state = states.get(new Key(source, team.zone()));
    if (state == null || state.calendar() == null) {
      return CalendarShifts.neverRead();
    }
    Instant now = clock.instant();
    return state.failures() > 0 || state.calendar().isLate(source, now)
        ? state.shifts().agedBy(state.calendar().age(now))
        : state.shifts();
  }

  /**
   * Reads every calendar of these teams that is due, until this is closed; to be called every few
   * seconds.
   */
  public void refreshDue(Collection<Team> teams) {
    for (Team team : teams) {
      if (closed) {
        return;
      }
      CalendarSource source = team.calendar();
      if (source != null) {
        Key key = new Key(source, team.zone());
        State state = states.computeIfAbsent(key, k -> start(team, source));
        if (!clock.instant().isBefore(state.due())) {
          states.put(key, refreshed(team, source, state));
        }
      }
    }
  }

  /** Begins to read no other calendar. What is known can still be asked for. */
  @Override
  public void close() {
    closed = true;
  }

  /** Begins with what was kept over the restart; it is due at once. */
  private State start(Team team, CalendarSource source) {
    Instant now = clock.instant();
    State nothing = new State(null, CalendarShifts.neverRead(), now, 0);
    return kept(source)
        .map(
            last ->
                documents
                    .read(team, source, last, now)
                    .fold(read -> new State(last, read.shifts(), now, 0), unreadable -> nothing))
        .orElse(nothing);
  }

  private Optional<KeptCalendar> kept(CalendarSource source) {
    try {
      return source.url().isEmpty() ? Optional.empty() : documents.kept(source);
    } catch (FetchFailure e) {
      LOG.warn("A kept calendar cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private State refreshed(Team team, CalendarSource source, State before) {
    Instant now = clock.instant();
    KeptCalendar calendar;
    try {
      calendar = fetch(source, before.calendar(), now);
    } catch (FetchFailure e) {
      return failed(team, source, before, now, String.valueOf(e.getMessage()));
    }
    return documents
        .read(team, source, calendar, now)
        .fold(
            read -> {
              if (!source.url().isEmpty()) {
                documents.keep(source, calendar);
              }
              return new State(calendar, read.shifts(), now.plus(source.refresh()), 0);
            },
            unreadable -> failed(team, source, before, now, unreadable.why()));
  }

  private KeptCalendar fetch(CalendarSource source, @Nullable KeptCalendar before, Instant now)
      throws FetchFailure {
    if (source.url().isEmpty()) {
      return documents.file(source, now);
    }
    String etag = before == null ? "" : before.etag();
    return fetcher
        .fetch(source.url(), etag)
        .fold(
            text -> new KeptCalendar(text.text(), text.etag(), now),
            // Asked only of what is known.
            unchanged -> new KeptCalendar(Objects.requireNonNull(before).text(), etag, now));
  }

  /** Keeps the last good document; as time goes on, more of it comes into the window. */
  private State failed(Team team, CalendarSource source, State before, Instant now, String why) {
    LOG.warn("The calendar of {} could not be read: {}", team.id(), why);
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(before.failures(), 10));
    Duration wait = pause.compareTo(source.refresh()) < 0 ? pause : source.refresh();
    KeptCalendar last = before.calendar();
    CalendarShifts shifts =
        last == null
            ? before.shifts()
            : documents
                .read(team, source, last, now)
                .fold(CalendarReading.Read::shifts, unreadable -> before.shifts());
    return new State(last, shifts, now.plus(wait), before.failures() + 1);
  }
}
