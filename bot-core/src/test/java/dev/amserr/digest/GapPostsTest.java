package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.notify.InMemoryToldOnce;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.oncall.CalendarShift;
import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.InMemoryCovers;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterReader;
import dev.amserr.time.Interval;
import dev.amserr.yaml.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GapPostsTest {

  /** A Monday at ten, when gaps are looked for. */
  private static final Instant MONDAY = Instant.parse("2026-03-09T10:00:00Z");

  private static final Duration WEEK = Duration.ofDays(7);

  private static final String BEGINNING =
      Rostered.ANA
          + """
              levels:
                - name: primary
                  layers:
          """;

  private static final String BY_CALENDAR =
      Rostered.ANA
          + """
              calendar: {file: player.ics}
          """;

  private final DigestDesk desk = new DigestDesk(MONDAY, Rostered.BY_DAY);
  private final InMemoryToldOnce toldOnce = new InMemoryToldOnce(desk.outbox);

  @Test
  void the_gaps_ahead_are_told_in_one_post() {
    posts(Duration.ofDays(3)).wake();

    assertThat(messages()).hasSize(1);
    assertThat(Desk.plain(messages().get(0).message().content()))
        .contains("Gaps ahead: Player team")
        .contains("primary")
        .contains("nobody");
  }

  @Test
  void each_gap_is_told_once_and_later_posts_tell_what_is_new() {
    posts(Duration.ofDays(3)).wake();
    int first = lines(0);
    desk.clock.advance(Duration.ofMinutes(1));
    posts(Duration.ofDays(3)).wake();

    assertThat(messages()).hasSize(1);
    desk.clock.set(MONDAY.plus(Duration.ofDays(7)));
    posts(Duration.ofDays(9)).wake();

    assertThat(messages()).hasSize(2);
    assertThat(first).isEqualTo(3);
    assertThat(lines(1)).isEqualTo(9);
  }

  @Test
  void nothing_is_posted_at_other_times() {
    desk.clock.set(MONDAY.plus(Duration.ofHours(5)));

    posts(Duration.ofDays(3)).wake();

    assertThat(messages()).isEmpty();
  }

  @Test
  void no_gap_is_no_post() {
    DigestDesk covered = new DigestDesk(MONDAY, Rostered.WEEKLY);

    new GapPosts(
            () -> List.of(rule(Duration.ofDays(30))),
            covered.onCall,
            covered.destinations,
            new InMemoryToldOnce(covered.outbox),
            covered.clock)
        .wake();

    assertThat(covered.outbox.status()).isEmpty();
  }

  @Test
  void a_gap_is_not_told_again_after_it_began() {
    String away = until("2026-03-11T18:00") + from("2026-05-01T12:00");

    assertThat(toldWithinSixtyDays(away, MONDAY)).hasSize(1);
  }

  @Test
  void a_gap_that_began_before_it_was_asked_for_is_told_once_with_its_beginning() {
    String away = until("2026-03-11T18:00") + from("2026-05-01T12:00");

    List<String> told = toldWithinSixtyDays(away, Instant.parse("2026-03-13T10:00:00Z"));

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("2026-03-11 18:00");
  }

  @Test
  void what_is_left_of_a_gap_beside_what_the_team_expects_is_told_once() {
    Instant sunday = Instant.parse("2026-03-08T20:00:00Z");
    DigestDesk office =
        new DigestDesk(
            sunday,
            Rostered.BY_DAY
                .replace(", SAT, SUN]", "]")
                .replace(
                    "    zone: UTC\n", "    zone: UTC\n    expectedGaps: [{days: [SAT, SUN]}]\n"));
    InMemoryToldOnce told = new InMemoryToldOnce(office.outbox);

    for (int hour = 0; hour < 12; hour++) {
      office.clock.set(sunday.plus(Duration.ofHours(hour)));
      posts(office, told, "0 * * * *", Duration.ofHours(21)).wake();
    }

    assertThat(texts(office)).hasSize(2);
    assertThat(texts(office).get(0))
        .contains("Mon 2026-03-09 00:00 UTC – Mon 2026-03-09 09:00 UTC");
    assertThat(texts(office).get(1))
        .contains("Mon 2026-03-09 18:00 UTC – beyond 21 h")
        .doesNotContain("09:00");
  }

  @Test
  void a_gap_is_said_to_have_no_end_only_if_nobody_comes() {
    DigestDesk back = new DigestDesk(MONDAY, until("2026-03-11T18:00") + from("2026-05-01T12:00"));
    DigestDesk gone = new DigestDesk(MONDAY, until("2026-03-11T18:00"));

    for (DigestDesk desk : List.of(back, gone)) {
      InMemoryToldOnce told = new InMemoryToldOnce(desk.outbox);
      posts(desk, told, "0 10 * * *", Duration.ofDays(14)).wake();
    }

    assertThat(texts(back).get(0)).contains("beyond 14 d").doesNotContain("no end in sight");
    assertThat(texts(gone).get(0)).contains("no end in sight");
  }

  @Test
  void a_team_that_nobody_was_ever_on_call_for_is_told_once() {
    List<String> told = toldWithinSixtyDays(BEGINNING + from("2026-05-01T12:00"), MONDAY);

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("up to now – beyond 14 d");
  }

  @Test
  void of_a_calendar_that_cannot_be_read_no_gap_is_told_until_it_can_be() {
    AtomicReference<CalendarShifts> calendar = new AtomicReference<>(CalendarShifts.neverRead());
    LiveOnCall onCall =
        new LiveOnCall(
            RosterReader.read("oncall.yaml", BY_CALENDAR, new Problems()).orElseThrow(),
            new InMemoryCovers(),
            team -> calendar.get());
    GapPosts posts =
        new GapPosts(
            () -> List.of(rule(Duration.ofDays(3))),
            onCall,
            desk.destinations,
            toldOnce,
            desk.clock);
    Interval known = new Interval(MONDAY.minus(WEEK), MONDAY.plus(WEEK));
    CalendarShifts read =
        CalendarShifts.fresh(
            List.of(
                new CalendarShift(
                    new Interval(MONDAY.minus(WEEK), MONDAY.plus(Duration.ofDays(1))), "ana"),
                new CalendarShift(
                    new Interval(MONDAY.plus(Duration.ofDays(2)), MONDAY.plus(WEEK)), "ana")),
            known);
    posts.wake();
    calendar.set(read.agedBy(Duration.ofHours(3)));
    desk.clock.advance(Duration.ofMinutes(90));
    posts.wake();
    assertThat(messages()).isEmpty();

    calendar.set(read);
    desk.clock.advance(Duration.ofMinutes(1));
    posts.wake();
    desk.clock.advance(Duration.ofMinutes(1));
    posts.wake();

    assertThat(messages()).hasSize(1);
    assertThat(Desk.plain(messages().get(0).message().content()))
        .contains("Tue 2026-03-10 10:00 UTC – Wed 2026-03-11 10:00 UTC");
  }

  /** What is told in sixty days on each of which somebody looks 14 days ahead. */
  private static List<String> toldWithinSixtyDays(String roster, Instant first) {
    DigestDesk desk = new DigestDesk(first, roster);
    InMemoryToldOnce told = new InMemoryToldOnce(desk.outbox);
    for (int day = 0; day < 60; day++) {
      desk.clock.set(first.plus(Duration.ofDays(day)));
      posts(desk, told, "0 10 * * *", Duration.ofDays(14)).wake();
    }
    return texts(desk);
  }

  private static List<String> texts(DigestDesk desk) {
    return desk.outbox.ofTopic("gaps player").stream()
        .map(entry -> Desk.plain(entry.message().content()))
        .toList();
  }

  private int lines(int message) {
    return (int)
        Desk.plain(messages().get(message).message().content())
            .lines()
            .filter(line -> line.contains("nobody"))
            .count();
  }

  private List<OutboxEntry> messages() {
    return desk.outbox.ofTopic("gaps player");
  }

  private static GapRule rule(Duration ahead) {
    return rule("0 10 * * MON", ahead);
  }

  private static GapRule rule(String cron, Duration ahead) {
    return new GapRule("player", "team", CronExpression.of(cron), ZoneId.of("UTC"), ahead);
  }

  /** A team with Ana at all times up to one. */
  private static String until(String end) {
    return BEGINNING
        + "          - {rotation: weekly, start: 2026-01-05T09:00, until: %s, people: [ana]}\n"
            .formatted(end);
  }

  /** And from another time on. */
  private static String from(String start) {
    return "          - {rotation: weekly, start: %s, people: [ana]}\n".formatted(start);
  }

  private static GapPosts posts(
      DigestDesk desk, InMemoryToldOnce toldOnce, String cron, Duration ahead) {
    return new GapPosts(
        () -> List.of(rule(cron, ahead)), desk.onCall, desk.destinations, toldOnce, desk.clock);
  }

  private GapPosts posts(Duration ahead) {
    return new GapPosts(
        () -> List.of(rule(ahead)), desk.onCall, desk.destinations, toldOnce, desk.clock);
  }
}
