package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.CalendarSource;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.Team;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The teams' calendars as far as they are on this machine: those in files, and the copies that a
 * running bot keeps of the others. Read once; the network is never asked and nothing is written.
 */
public final class StoredCalendars implements Calendars {

  private final CalendarDocuments documents;
  private final Path keptFolder;
  private final Instant now;
  private final Map<String, CalendarShifts> known = new HashMap<>();
  private final Map<String, String> unknown = new HashMap<>();

  private StoredCalendars(Path configFolder, Path keptFolder, Instant now, LongSupplier nanos) {
    this.documents = new CalendarDocuments(configFolder, keptFolder, nanos);
    this.keptFolder = keptFolder;
    this.now = now;
  }

  /**
   * Reads the calendars of teams.
   *
   * @param configFolder where the paths of calendar files start
   * @param data the folder of the bot; may be absent
   * @param nanos a clock that never goes back, for timeouts
   */
  public static StoredCalendars read(
      Collection<Team> teams, Path configFolder, Path data, Clock clock, LongSupplier nanos) {
    StoredCalendars calendars =
        new StoredCalendars(configFolder, LiveCalendars.keptIn(data), clock.instant(), nanos);
    teams.forEach(calendars::read);
    return calendars;
  }

  @Override
  public CalendarShifts of(Team team) {
    if (team.calendar() == null) {
      return CalendarShifts.none();
    }
    return whyUnknown(team)
        .map(why -> new CalendarShifts(List.of(), null, why))
        .orElseGet(() -> known.getOrDefault(team.id(), CalendarShifts.neverRead()));
  }

  /** Why nothing is known of a team's calendar, with what to do; empty if it is known. */
  public Optional<String> whyUnknown(Team team) {
    return Optional.ofNullable(unknown.get(team.id()));
  }

  private void read(Team team) {
    CalendarSource source = team.calendar();
    if (source == null) {
      return;
    }
    try {
      document(source)
          .ifPresentOrElse(
              calendar -> read(team, source, calendar),
              () ->
                  unknown.put(
                      team.id(),
                      "there is no copy of the team's calendar in "
                          + keptFolder
                          + ", where the running bot keeps one; name the bot's own folder with"
                          + " --data, or ask the bot"));
    } catch (FetchFailure e) {
      unreadable(team, source, String.valueOf(e.getMessage()));
    }
  }

  private Optional<KeptCalendar> document(CalendarSource source) throws FetchFailure {
    return source.url().isEmpty()
        ? Optional.of(documents.file(source, now))
        : documents.kept(source);
  }

  private void read(Team team, CalendarSource source, KeptCalendar calendar) {
    CalendarReading reading = documents.read(team, source, calendar, now);
    boolean late = calendar.isLate(source, now);
    reading.fold(
        read ->
            known.put(team.id(), late ? read.shifts().agedBy(calendar.age(now)) : read.shifts()),
        unreadable -> {
          unreadable(team, source, unreadable.why());
          return null;
        });
  }

  private void unreadable(Team team, CalendarSource source, String why) {
    unknown.put(
        team.id(),
        source.url().isEmpty()
            ? "the team's calendar "
                + documents.path(source)
                + " could not be read: "
                + why
                + "; mend the file, or calendar.file in oncall.yaml"
            : "the copy of the team's calendar in "
                + keptFolder
                + " could not be read: "
                + why
                + "; ask the running bot, which keeps it");
  }
}
