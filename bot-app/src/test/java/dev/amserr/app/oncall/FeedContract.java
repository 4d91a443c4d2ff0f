package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlCovers;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.command.Actor;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverScope;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Rosters;
import dev.amserr.storage.AuditEntry;
import dev.amserr.yaml.Problems;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a calendar program reads from a feed over time, on each database. */
abstract class FeedContract {

  private static final Actor ANA = new Actor("discord", "1", "Ana", Set.of());
  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

  private static final String ROSTER =
      """
      people:
        ana: {name: "Ana Ruiz; the first", phone: "+34 600 000 001"}
        ben: {name: Ben Cole, phone: "+44 700 000 002"}
      teams:
        player:
          title: Player team
          zone: Europe/London
          levels:
            - {name: primary, layers: [{rotation: weekly, start: 2026-06-08T09:00, people: [ana, ben]}]}
      """;

  private Database database;
  private LiveOnCall live;
  private String key;

  abstract StoreLocation freshStore();

  @BeforeEach
  void open() {
    database = Database.open(freshStore());
    live = new LiveOnCall(rosters(ROSTER), covers(), Calendars.neverRead());
    key = keys().renew("player", ANA, NOW).key();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_feed_has_the_shifts_with_names_and_no_phone_numbers() {
    String body = body(NOW);

    assertThat(body)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("DTSTART:20260608T080000Z\r\nDTEND:20260615T080000Z\r\n")
        .contains("SUMMARY:Ana Ruiz\\; the first (primary)\r\n")
        .contains("DTSTART:20260615T080000Z\r\nDTEND:20260622T080000Z\r\n")
        .doesNotContain("+34", "+44");
    assertThat(body.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void what_has_not_changed_has_the_same_etag_and_is_not_sent_again() {
    OnCallFeed.Answer first = get(NOW, key, "");
    String etag = first.fold(OnCallFeed.Document::etag, n -> "", n -> "", u -> "");

    OnCallFeed.Answer second = get(NOW.plus(Duration.ofHours(1)), key, "W/\"other\", " + etag);

    assertThat(etag).startsWith("\"").endsWith("\"");
    assertThat(second).isEqualTo(new OnCallFeed.NotModified(etag));
  }

  @Test
  void a_cover_changes_the_shift_it_cuts_and_adds_others_and_its_removal_cancels_them() {
    List<String> before = events(NOW);
    Cover cover = cover("2026-06-12T00:00:00Z", "2026-06-13T00:00:00Z", "ben");

    List<String> with = events(NOW.plusSeconds(60));
    covers().remove(cover.id(), NOW.plusSeconds(90), FeedContract::entry);
    List<String> after = events(NOW.plusSeconds(120));

    assertThat(before).contains("20260608T080000Z 20260615T080000Z Ana 0 CONFIRMED");
    assertThat(with)
        .contains(
            "20260608T080000Z 20260612T000000Z Ana 1 CONFIRMED",
            "20260612T000000Z 20260613T000000Z Ben 0 CONFIRMED",
            "20260613T000000Z 20260615T080000Z Ana 0 CONFIRMED");
    assertThat(after)
        .contains(
            "20260608T080000Z 20260615T080000Z Ana 2 CONFIRMED",
            "20260612T000000Z 20260613T000000Z Ben 1 CANCELLED",
            "20260613T000000Z 20260615T080000Z Ana 1 CANCELLED");
  }

  @Test
  void the_same_shift_keeps_its_uid_over_restarts_and_changes() {
    List<String> before = uids(body(NOW));
    cover("2026-06-12T00:00:00Z", "2026-06-13T00:00:00Z", "ben");
    database.close();
    database = Database.open(sameStore());
    live = new LiveOnCall(rosters(ROSTER), covers(), Calendars.neverRead());

    List<String> after = uids(body(NOW.plusSeconds(60)));

    assertThat(after).containsAll(before).doesNotHaveDuplicates();
  }

  @Test
  void a_shift_that_was_cut_short_while_it_was_on_ends_there_and_is_not_cancelled() {
    events(NOW);
    cover("2026-06-11T00:00:00Z", "2026-06-16T00:00:00Z", "ben");

    List<String> later = events(Instant.parse("2026-06-11T12:00:00Z"));

    assertThat(later)
        .contains("20260608T080000Z 20260611T000000Z Ana 1 CONFIRMED")
        .noneMatch(event -> event.startsWith("20260608") && event.endsWith("CANCELLED"));
  }

  @Test
  void an_edit_of_the_roster_cancels_what_no_longer_takes_place() {
    events(NOW);
    live.use(rosters(ROSTER.replace("[ana, ben]", "[ana]")));

    List<String> after = events(NOW.plusSeconds(60));

    assertThat(after).contains("20260615T080000Z 20260622T080000Z Ben 1 CANCELLED");
  }

  @Test
  void a_wrong_key_a_revoked_one_and_an_unknown_team_are_not_found() {
    keys().revoke("player", ANA, NOW);

    assertThat(get(NOW, key, "")).isEqualTo(new OnCallFeed.NotFound());
    assertThat(get(NOW, "", "")).isEqualTo(new OnCallFeed.NotFound());
    assertThat(feed(NOW).get("nosuch", key, "")).isEqualTo(new OnCallFeed.NotFound());
  }

  @Test
  void while_a_calendar_was_never_read_the_feed_is_unavailable_and_not_empty() {
    live.use(
        rosters(
            """
            people: {ana: {name: Ana}}
            teams: {player: {zone: UTC, calendar: {file: team.ics}}}
            """));

    assertThat(get(NOW, key, "")).isInstanceOf(OnCallFeed.Unavailable.class);
  }

  /** The store of the last {@link #freshStore()}. */
  abstract StoreLocation sameStore();

  private SqlCovers covers() {
    return new SqlCovers(database, new SqlAuditLog(database));
  }

  private Cover cover(String from, String until, String by) {
    CoverRequest request =
        new CoverRequest(
            "player", "primary", CoverScope.slot(), Instant.parse(from), Instant.parse(until), by);
    return covers().add(new CoverDraft(request, NOW), NOW, "x", FeedContract::entry).cover();
  }

  private static AuditEntry entry(Cover cover) {
    return new AuditEntry(NOW, "api", "x", "", "test", "cover " + cover.id(), "", "", "");
  }

  private OnCallFeed feed(Instant at) {
    return new OnCallFeed(live, keys(), database, Clock.fixed(at, ZoneOffset.UTC));
  }

  private SqlFeedKeys keys() {
    return new SqlFeedKeys(database, new SqlAuditLog(database), new SecureRandom());
  }

  private OnCallFeed.Answer get(Instant at, String withKey, String ifNoneMatch) {
    return feed(at).get("player", withKey, ifNoneMatch);
  }

  private String body(Instant at) {
    return get(at, key, "")
        .fold(
            OnCallFeed.Document::body,
            notModified -> "not modified",
            notFound -> "not found",
            OnCallFeed.Unavailable::why);
  }

  /** Each event as its start, end, first name, sequence and status. */
  private List<String> events(Instant at) {
    List<String> events = new ArrayList<>();
    for (String event : body(at).split("BEGIN:VEVENT", -1)) {
      if (event.contains("UID:")) {
        events.add(
            String.join(
                " ",
                value(event, "DTSTART:"),
                value(event, "DTEND:"),
                value(event, "SUMMARY:").split(" ", 2)[0],
                value(event, "SEQUENCE:"),
                value(event, "STATUS:")));
      }
    }
    return events;
  }

  private static List<String> uids(String body) {
    return Arrays.stream(body.split("BEGIN:VEVENT", -1))
        .skip(1)
        .map(event -> value(event, "UID:"))
        .collect(Collectors.toList());
  }

  private static String value(String event, String line) {
    return event
        .lines()
        .filter(l -> l.startsWith(line))
        .findFirst()
        .orElseThrow()
        .substring(line.length());
  }

  private static Rosters rosters(String yaml) {
    return RosterReader.read("oncall.yaml", yaml, new Problems()).orElseThrow();
  }
}
