package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.oncall.CalendarShift;
import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Team;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCalendarsTest {

  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      SUMMARY:%s
      DTSTART:20260601T090000Z
      DTEND:20260608T090000Z
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir private Path config;
  @TempDir private Path kept;
  private final AdjustableClock clock = new AdjustableClock();
  private CalendarServer server;

  @BeforeEach
  void start() throws IOException {
    server = new CalendarServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void before_the_first_reading_that_is_said() {
    assertThat(calendars().of(byAddress())).isEqualTo(CalendarShifts.neverRead());
  }

  @Test
  void a_calendar_is_read_when_it_is_due_and_not_before() {
    serve("Ana");
    LiveCalendars calendars = calendars();
    Team team = byAddress();

    calendars.refreshDue(List.of(team));
    clock.pass(Duration.ofMinutes(14));
    calendars.refreshDue(List.of(team));

    assertThat(server.asked()).hasSize(1);
    assertThat(people(calendars.of(team))).containsExactly("Ana");
    assertThat(calendars.of(team).staleness()).isEmpty();

    serve("Ben");
    clock.pass(Duration.ofMinutes(1));
    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ben");
  }

  @Test
  void a_failed_fetch_keeps_the_last_good_data_and_says_how_old_they_are() {
    serve("Ana");
    LiveCalendars calendars = calendars();
    Team team = byAddress();
    calendars.refreshDue(List.of(team));
    server.page("/team.ics", 500, Map.of(), "");

    clock.pass(Duration.ofHours(3));
    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ana");
    assertThat(calendars.of(team).staleness()).isEqualTo("calendar 3 h old");

    serve("Ben");
    clock.pass(Duration.ofMinutes(1));
    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ben");
    assertThat(calendars.of(team).staleness()).isEmpty();
  }

  @Test
  void what_is_no_calendar_any_more_is_a_failed_fetch() {
    serve("Ana");
    LiveCalendars calendars = calendars();
    Team team = byAddress();
    calendars.refreshDue(List.of(team));
    server.page("/team.ics", 200, Map.of(), "<html>please log in</html>");

    clock.pass(Duration.ofMinutes(15));
    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ana");
    assertThat(calendars.of(team).staleness()).isEqualTo("calendar 15 min old");
  }

  @Test
  void the_last_good_data_are_there_after_a_restart_too() {
    serve("Ana");
    Team team = byAddress();
    calendars().refreshDue(List.of(team));
    server.page("/team.ics", 500, Map.of(), "");
    clock.pass(Duration.ofHours(2));

    LiveCalendars restarted = calendars();
    restarted.refreshDue(List.of(team));

    assertThat(people(restarted.of(team))).containsExactly("Ana");
    assertThat(restarted.of(team).staleness()).isEqualTo("calendar 2 h old");
  }

  @Test
  void a_calendar_that_nobody_reads_any_more_is_marked_as_well() {
    serve("Ana");
    LiveCalendars calendars = calendars();
    Team team = byAddress();
    calendars.refreshDue(List.of(team));

    clock.pass(Duration.ofMinutes(31));

    assertThat(calendars.of(team).staleness()).isEqualTo("calendar 31 min old");
  }

  @Test
  void an_unchanged_calendar_is_fresh() {
    server.page("/team.ics", 200, Map.of("ETag", "\"v1\""), CALENDAR.formatted("Ana"));
    LiveCalendars calendars = calendars();
    Team team = byAddress();
    calendars.refreshDue(List.of(team));

    clock.pass(Duration.ofHours(1));
    calendars.refreshDue(List.of(team));

    assertThat(server.asked()).containsExactly("/team.ics", "/team.ics \"v1\"");
    assertThat(people(calendars.of(team))).containsExactly("Ana");
    assertThat(calendars.of(team).staleness()).isEmpty();
  }

  @Test
  void a_calendar_is_read_from_a_file_of_the_rosters_folder() throws IOException {
    Files.writeString(config.resolve("team.ics"), CALENDAR.formatted("Ana"));
    LiveCalendars calendars = calendars();
    Team team = team("file: team.ics");

    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ana");
  }

  @Test
  void a_file_that_is_missing_is_a_failure_that_is_tried_again() throws IOException {
    LiveCalendars calendars = calendars();
    Team team = team("file: team.ics");
    calendars.refreshDue(List.of(team));
    assertThat(calendars.of(team)).isEqualTo(CalendarShifts.neverRead());

    Files.writeString(config.resolve("team.ics"), CALENDAR.formatted("Ana"));
    clock.pass(Duration.ofMinutes(1));
    calendars.refreshDue(List.of(team));

    assertThat(people(calendars.of(team))).containsExactly("Ana");
  }

  @Test
  void once_it_is_closed_no_other_calendar_is_read() {
    AtomicReference<LiveCalendars> reading = new AtomicReference<>();
    reading.set(
        calendars(
            host -> {
              reading.get().close();
              return List.of(InetAddress.getLoopbackAddress());
            }));
    String url = "url: \"http://calendar.test:" + server.port();

    reading.get().refreshDue(List.of(team(url + "/a.ics\""), team(url + "/b.ics\"")));

    assertThat(server.asked()).containsExactly("/a.ics");
  }

  private void serve(String person) {
    server.page("/team.ics", 200, Map.of(), CALENDAR.formatted(person));
  }

  private LiveCalendars calendars() {
    return calendars(host -> List.of(InetAddress.getLoopbackAddress()));
  }

  private LiveCalendars calendars(CalendarFetcher.Resolver resolver) {
    CalendarFetcher fetcher =
        new CalendarFetcher(
            address -> true,
            resolver,
            new HttpGet(
                Duration.ofSeconds(10), 100_000, (SSLSocketFactory) SSLSocketFactory.getDefault()));
    return new LiveCalendars(fetcher, config, kept, clock, System::nanoTime);
  }

  private Team byAddress() {
    return team("url: \"http://calendar.test:" + server.port() + "/team.ics\"");
  }

  private static Team team(String source) {
    return RosterReader.read(
            "oncall.yaml",
            "people: {}\nteams: {player: {zone: UTC, calendar: {" + source + "}}}\n",
            new Problems())
        .orElseThrow()
        .teams()
        .get("player");
  }

  private static List<String> people(CalendarShifts shifts) {
    return shifts.shifts().stream().map(CalendarShift::person).toList();
  }

  /** A clock that a test sets. */
  private static final class AdjustableClock extends Clock {

    private Instant now = Instant.parse("2026-06-02T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
