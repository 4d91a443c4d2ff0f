package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.Team;
import dev.amserr.storage.StoreUnavailableException;
import dev.amserr.time.Interval;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A team's shifts as an iCalendar document, for whoever has a key.
 *
 * <p>Each shift is an event with a stable UID. One that changes gets a higher SEQUENCE; one that no
 * longer takes place stays in the document as cancelled. It has names, and no other personal data.
 */
public final class OnCallFeed {

  private static final int MONTHS_AHEAD = 4;
  private static final int MOST_SHIFTS = 3_000;

  private final LiveOnCall live;
  private final FeedKeys keys;
  private final PublishedShifts published;
  private final Clock clock;

  public OnCallFeed(LiveOnCall live, FeedKeys keys, Database database, Clock clock) {
    this.live = live;
    this.keys = keys;
    this.published = new PublishedShifts(database);
    this.clock = clock;
  }

  /** What became of a request. */
  public sealed interface Answer {

    /** One function per case. */
    default <T> T fold(
        Function<Document, T> document,
        Function<NotModified, T> notModified,
        Function<NotFound, T> notFound,
        Function<Unavailable, T> unavailable) {
      if (this instanceof Document d) {
        return document.apply(d);
      }
      if (this instanceof NotModified n) {
        return notModified.apply(n);
      }
      return this instanceof NotFound n ? notFound.apply(n) : unavailable.apply((Unavailable) this);
    }
  }

  /**
   * The calendar: HTTP 200, {@code text/calendar; charset=utf-8}.
   *
   * @param etag quoted, as the header has it
   */
  public record Document(String body, String etag) implements Answer {}

  /** The reader has it already: HTTP 304. */
  public record NotModified(String etag) implements Answer {}

  /** No such team, or the key does not open it: HTTP 404, so that nobody can tell which. */
  public record NotFound() implements Answer {}

  /**
   * It cannot be said now: HTTP 503. Never an emptier calendar than is true.
   *
   * @param why a sentence
   */
  public record Unavailable(String why) implements Answer {}

  /**
   * Answers a request.
   *
   * @param team an id
   * @param ifNoneMatch the header of that name; empty for none
   */
  public Answer get(String team, String key, String ifNoneMatch) {
    OnCallState state = live.state();
    Optional<Team> found = Optional.ofNullable(state.rosters().teams().get(team));
    try {
      if (found.isEmpty() || !keys.opens(key, team)) {
        return new NotFound();
      }
      return document(state, found.get(), ifNoneMatch);
    } catch (StoreUnavailableException unavailable) {
      return new Unavailable(String.valueOf(unavailable.getMessage()));
    }
  }

  private Answer document(OnCallState state, Team team, String ifNoneMatch) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Additions additions = state.additions(team, now);
    Interval known = additions.calendar().known();
    if (!additions.doubt().isEmpty() || (team.calendar() != null && known == null)) {
      return new Unavailable("Who is on call is not fully known now: " + additions.staleness());
    }
    Instant end = known == null ? end(now) : Interval.earlier(end(now), known.until());
    List<PublishedShift> shifts =
        published.publish(
            team.id(), since -> shifts(state, team, additions, since, now, end), now, end);
    String body = write(state, team, shifts);
    String etag = "\"" + Digests.sha256(body.getBytes(StandardCharsets.UTF_8)) + "\"";
    return matches(ifNoneMatch, etag) ? new NotModified(etag) : new Document(body, etag);
  }

  /** The beginning of a month, so that the last shift does not change its end at every request. */
  private static Instant end(Instant now) {
    return YearMonth.from(now.atOffset(ZoneOffset.UTC))
        .plusMonths(MONTHS_AHEAD)
        .atDay(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
  }

  private static List<PublishedShift> shifts(
      OnCallState state, Team team, Additions additions, Instant since, Instant now, Instant end) {
    List<PublishedShift> all = new ArrayList<>();
    for (int level = 0; level < team.levels().size(); level++) {
      String name = team.levels().get(level).name();
      for (Shift shift : state.resolver().upcoming(team, level, additions, since, MOST_SHIFTS)) {
        Instant until = Objects.requireNonNullElse(shift.until(), end);
        if (shift.from().isBefore(end) && shift.from().isBefore(until)) {
          Interval time = new Interval(shift.from(), until);
          all.add(PublishedShift.fresh(team.id(), name, shift.person().id(), time, now));
        }
      }
    }
    return all;
  }

  private static String write(OnCallState state, Team team, List<PublishedShift> shifts) {
    IcsWriter ics =
        new IcsWriter()
            .line("BEGIN", "VCALENDAR")
            .line("VERSION", "2.0")
            .line("PRODID", "-//amserr//on-call//EN")
            .line("CALSCALE", "GREGORIAN")
            .line("METHOD", "PUBLISH")
            .text("X-WR-CALNAME", team.title() + " on call")
            .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
            .line("X-PUBLISHED-TTL", "PT1H");
    for (PublishedShift shift : shifts) {
      ics.line("BEGIN", "VEVENT")
          .line("UID", shift.uid())
          .time("DTSTAMP", shift.changed())
          .time("LAST-MODIFIED", shift.changed())
          .line("SEQUENCE", Integer.toString(shift.sequence()))
          .time("DTSTART", shift.time().from())
          .time("DTEND", shift.time().until())
          .text("SUMMARY", name(state, shift.person()) + " (" + shift.level() + ")")
          .line("STATUS", shift.cancelled() ? "CANCELLED" : "CONFIRMED")
          .line("TRANSP", "TRANSPARENT")
          .line("END", "VEVENT");
    }
    return ics.line("END", "VCALENDAR").document();
  }

  private static String name(OnCallState state, String id) {
    Person person = state.rosters().people().get(id);
    return person == null ? id : person.name();
  }

  private static boolean matches(String ifNoneMatch, String etag) {
    for (String known : ifNoneMatch.split(",", -1)) {
      String tag = known.strip();
      if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
        return true;
      }
    }
    return false;
  }
}
