package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarSource;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The documents of calendars that are on this machine, and what a document says. */
final class CalendarDocuments {

  /** How far back shifts are known. */
  private static final Duration BACK = Duration.ofDays(62);

  /** How far ahead shifts are known. */
  private static final Duration AHEAD = Duration.ofDays(400);

  private final Path configFolder;
  private final CalendarFolder kept;
  private final LongSupplier nanos;

  /**
   * Documents.
   *
   * @param configFolder where the paths of calendar files start
   * @param keptFolder where last good documents are kept
   * @param nanos a clock that never goes back, for timeouts
   */
  CalendarDocuments(Path configFolder, Path keptFolder, LongSupplier nanos) {
    this.configFolder = configFolder;
    this.kept = new CalendarFolder(keptFolder);
    this.nanos = nanos;
  }

  /** Where a calendar file is. */
  Path path(CalendarSource file) {
    return configFolder.resolve(file.file());
  }

  /** Reads a calendar file. */
  KeptCalendar file(CalendarSource file, Instant now) throws FetchFailure {
    return new KeptCalendar(CalendarFetcher.read(path(file)), "", now);
  }

  /** The last good document of an address; empty if there is none. */
  Optional<KeptCalendar> kept(CalendarSource address) throws FetchFailure {
    return kept.find(address);
  }

  /** Keeps a good document of an address. */
  void keep(CalendarSource address, KeptCalendar calendar) {
    kept.keep(address, calendar);
  }

  /** What a document says. */
  CalendarReading read(Team team, CalendarSource source, KeptCalendar calendar, Instant now) {
    Interval window = new Interval(now.minus(BACK), now.plus(AHEAD));
    return CalendarReader.read(calendar.text(), team.zone(), source.person(), window, nanos);
  }
}
