package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.command.reply.Mention;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.recurrence.StateKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertPostsTest {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Destination HOOK =
      new Destination(
          "hook",
          new Channel.SlackWebhook(URI.create("https://hooks.invalid/1"), Channel.OnUnknown.HOLD));

  private static final String TWO_TEAMS =
      """
      people:
        ana: {name: Ana Ruiz, slack: U0000001}
      teams:
        alpha:
          title: Alpha
          zone: UTC
          owns: ["amp:0xA*"]
          levels: [{name: primary, layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]}]
        beta:
          title: Beta
          zone: UTC
          owns: ["amp:0xB*"]
          levels: [{name: primary, layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]}]
      """;

  private final DigestDesk desk = new DigestDesk(NINE, Rostered.WEEKLY);
  private final InMemoryIncidents incidents = new InMemoryIncidents(desk.outbox);
  private final List<AlertRule> rules = new ArrayList<>();
  private final AlertPosts posts = posts();

  @Test
  void a_spike_is_posted_once_to_whom_it_concerns() {
    rules.add(new AlertRule("team", true, true, true, 10));
    spike("0x01");

    posts.wake();
    later(Duration.ofMinutes(1));
    posts().wake();

    assertThat(messages()).hasSize(1);
    assertThat(text(0))
        .contains("1 alert")
        .contains(
            "SPIKE 0x01 · web-eu · 60 against a limit of 18.7, usually 5.25 · since Tue 09:00")
        .contains("Ana Ruiz is on call");
    assertThat(messages().get(0).message().content().pings())
        .extracting(Mention::name)
        .containsExactly("Ana Ruiz");
  }

  @Test
  void what_begins_while_an_incident_lasts_changes_its_message() {
    rules.add(new AlertRule("team", true, true, true, 10));
    spike("0x01");
    posts.wake();
    later(Duration.ofMinutes(3));
    spike("0x02");

    posts.wake();

    assertThat(messages()).hasSize(2);
    assertThat(messages().get(1).message().original()).contains(messages().get(0).key());
    assertThat(text(1)).contains("2 alerts", "0x01", "0x02");
    assertThat(messages().get(1).message().content().pings()).isEmpty();
  }

  @Test
  void an_incident_is_closed_when_every_alert_is_over() {
    rules.add(new AlertRule("team", true, true, true, 10));
    long first = spike("0x01");
    long second = spike("0x02");
    posts.wake();
    later(Duration.ofMinutes(10));
    desk.close(first, StateKind.SPIKE, NINE, desk.clock.instant());
    posts.wake();
    later(Duration.ofMinutes(32));
    desk.acknowledge(second);

    posts.wake();

    assertThat(text(1)).contains("1 alert of 2 last", "✔ SPIKE 0x01");
    assertThat(text(2)).contains("Over after 42 min", "acknowledged by ana Tue 09:42");
    assertThat(incidents.open()).isEmpty();
  }

  @Test
  void a_webhook_gets_one_post_at_the_start_and_one_when_it_is_over() {
    rules.add(new AlertRule("hook", true, true, true, 10));
    long first = spike("0x01");
    posts.wake();
    later(Duration.ofMinutes(3));
    long second = spike("0x02");
    posts.wake();
    later(Duration.ofMinutes(10));
    desk.acknowledge(first);
    desk.acknowledge(second);
    posts.wake();

    assertThat(messages()).hasSize(2);
    assertThat(messages()).allMatch(entry -> entry.message().original().isEmpty());
    assertThat(text(1)).contains("Over after 13 min", "0x01", "0x02");
  }

  @Test
  void only_what_a_destination_asked_for_is_posted() {
    rules.add(new AlertRule("team", false, true, false, 10));
    spike("0x01");
    desk.open(desk.count("0x02", NINE, 1), StateKind.NEW, NINE);
    desk.open(desk.count("0xC0", NINE, 1), StateKind.NEW, NINE);
    desk.open(desk.count("0x03", NINE, 1), StateKind.RAMP, NINE);

    posts.wake();

    assertThat(messages()).hasSize(1);
    assertThat(text(0)).contains("NEW 0xC0").doesNotContain("0x01", "0x02", "0x03");
  }

  @Test
  void a_new_code_that_is_reported_late_is_an_alert_for_an_hour_from_then() {
    rules.add(new AlertRule("team", true, true, true, 10));
    Instant happened = NINE.minus(Duration.ofHours(2));
    desk.openNew(desk.count("0xC0", happened, 1), happened, NINE);

    posts.wake();
    later(Duration.ofMinutes(59));
    posts.wake();
    later(Duration.ofMinutes(1));
    posts.wake();

    assertThat(messages()).hasSize(2);
    assertThat(text(0)).contains("NEW 0xC0", "since Tue 07:00");
    assertThat(text(1)).contains("Over after 1 h", "known since Tue 10:00");
  }

  @Test
  void a_new_code_that_was_found_long_ago_is_no_alert() {
    rules.add(new AlertRule("team", true, true, true, 10));
    desk.openNew(desk.count("0xC0", NINE, 1), NINE, NINE.plus(Duration.ofMinutes(1)));
    later(Duration.ofMinutes(61));

    posts.wake();

    assertThat(messages()).isEmpty();
  }

  @Test
  void what_is_beyond_the_limit_is_counted_in_the_next_post() {
    rules.add(new AlertRule("team", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    endsAfterTenMinutes("0x02");
    later(Duration.ofMinutes(45));
    spike("0x03");

    posts.wake();

    assertThat(messages()).filteredOn(e -> e.message().original().isEmpty()).hasSize(2);
    assertThat(text(messages().size() - 1))
        .contains("0x03")
        .contains("1 alert before this one went unposted");
  }

  @Test
  void what_is_beyond_the_limit_and_lasts_is_posted_as_soon_as_there_is_room() {
    rules.add(new AlertRule("team", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    spike("0x02");
    posts.wake();
    later(Duration.ofMinutes(10));
    Instant since = desk.clock.instant();
    long passing = spike("0x03");
    posts.wake();
    later(Duration.ofMinutes(10));
    desk.close(passing, StateKind.SPIKE, since, desk.clock.instant());
    later(Duration.ofMinutes(29));
    posts.wake();

    later(Duration.ofMinutes(1));
    posts.wake();
    later(Duration.ofMinutes(1));
    posts().wake();

    assertThat(originals()).hasSize(2);
    assertThat(Desk.plain(originals().get(1).message().content()))
        .contains("1 alert", "0x02", "since Tue 09:10", "Unposted from Tue 09:10 to Tue 10:00")
        .contains("1 alert before this one went unposted")
        .doesNotContain("0x03");
    assertThat(originals().get(1).message().content().pings()).hasSize(1);
  }

  @Test
  void every_version_of_a_message_says_what_went_unposted_before_it() {
    rules.add(new AlertRule("team", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    passing("0x02");
    long second = spike("0x03");
    posts.wake();
    later(Duration.ofMinutes(50));
    posts.wake();
    later(Duration.ofMinutes(30));
    desk.acknowledge(second);

    posts.wake();

    assertThat(text(messages().size() - 1))
        .contains("Over after 1 h", "0x03", "Unposted from Tue 09:20 to Tue 10:10")
        .contains("1 alert before this one went unposted")
        .doesNotContain("0x02");
  }

  @Test
  void what_was_withheld_is_posted_even_if_a_process_ends_in_between() {
    rules.add(new AlertRule("team", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    spike("0x02");
    posts.wake();
    later(Duration.ofMinutes(50));

    assertThatThrownBy(() -> posts(desk, new EndsWhenOneOpens(incidents)).wake())
        .isInstanceOf(IllegalStateException.class);
    later(Duration.ofMinutes(1));
    posts.wake();

    assertThat(originals()).hasSize(2);
    assertThat(Desk.plain(originals().get(1).message().content()))
        .contains("1 alert", "0x02")
        .doesNotContain("before this one");
  }

  @Test
  void a_webhook_is_told_once_how_many_went_unposted() {
    rules.add(new AlertRule("hook", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    passing("0x02");
    later(Duration.ofHours(1));
    long third = spike("0x03");
    posts.wake();
    later(Duration.ofMinutes(5));
    desk.acknowledge(third);

    posts.wake();

    assertThat(messages()).hasSize(4);
    assertThat(text(2)).contains("0x03", "1 alert before this one went unposted");
    assertThat(text(3)).contains("Over after 5 min").doesNotContain("unposted");
  }

  @Test
  void what_went_unposted_is_counted_however_long_ago() {
    rules.add(new AlertRule("team", true, true, true, 1));
    endsAfterTenMinutes("0x01");
    passing("0x02");
    passing("0x03");
    later(Duration.ofDays(3));
    long fourth = spike("0x04");

    posts.wake();

    assertThat(text(messages().size() - 1)).contains("2 alerts before this one went unposted");
    desk.acknowledge(fourth);
    later(Duration.ofHours(2));
    posts.wake();
    spike("0x05");
    posts.wake();
    assertThat(text(messages().size() - 1)).contains("0x05").doesNotContain("unposted");
  }

  @Test
  void owners_that_wait_are_posted_in_the_order_in_which_they_began() {
    DigestDesk two = new DigestDesk(NINE, TWO_TEAMS);
    InMemoryIncidents kept = new InMemoryIncidents(two.outbox);
    AlertPosts both = posts(two, kept);
    rules.add(new AlertRule("team", true, true, true, 1));
    List<String> codes = List.of("0xB1", "0xB2", "0xA1");
    for (String code : codes) {
      Instant at = two.clock.instant();
      long series = two.count(code, at, 60);
      two.open(series, StateKind.SPIKE, at);
      both.wake();
      if (code.equals("0xB1")) {
        two.clock.advance(Duration.ofMinutes(5));
        two.acknowledge(series);
        both.wake();
      }
      two.clock.advance(Duration.ofMinutes(5));
    }

    two.clock.set(NINE.plus(Duration.ofHours(1)));
    both.wake();
    two.clock.set(NINE.plus(Duration.ofHours(2)));
    both.wake();

    List<String> posted =
        kept.openedAfter("team", Instant.EPOCH).stream()
            .filter(incident -> incident.telling() == Incident.Telling.POSTED)
            .map(incident -> incident.alerts().get(0).text())
            .toList();
    assertThat(posted).hasSize(3);
    assertThat(posted.get(1)).contains("0xB2");
    assertThat(posted.get(2)).contains("0xA1");
  }

  @Test
  void what_is_acknowledged_already_is_no_alert() {
    rules.add(new AlertRule("team", true, true, true, 10));
    long series = spike("0x01");
    desk.clock.advance(Duration.ofSeconds(30));
    desk.acknowledge(series);

    posts.wake();

    assertThat(messages()).isEmpty();
  }

  @Test
  void a_code_that_flaps_does_not_let_an_incident_grow() {
    rules.add(new AlertRule("team", true, true, true, 10));
    spike("0x01");
    posts.wake();

    for (int i = 0; i < 30; i++) {
      passing("0x02");
    }

    assertThat(incidents.open()).hasSize(1);
    assertThat(incidents.open().get(0).alerts()).hasSize(2);
    assertThat(text(messages().size() - 1)).contains("1 alert of 2 last", "0x01", "✔ SPIKE 0x02");
  }

  @Test
  void what_lasts_is_shown_before_what_is_over() {
    rules.add(new AlertRule("team", true, true, true, 10));
    spike("0x01");
    posts.wake();
    for (int i = 0; i < 20; i++) {
      passing("0xF" + (10 + i));
    }

    spike("0x02");
    posts.wake();

    assertThat(text(messages().size() - 1))
        .containsSubsequence("2 alerts of 22 last", "SPIKE 0x01", "✔ SPIKE 0xF29", "SPIKE 0x02")
        .contains("and 7 more")
        .doesNotContain("0xF10");
  }

  /** A spike that somebody takes ten minutes after it began. */
  private void endsAfterTenMinutes(String code) {
    long series = spike(code);
    posts.wake();
    later(Duration.ofMinutes(10));
    desk.acknowledge(series);
    posts.wake();
  }

  /** A spike that begins and is over. */
  private void passing(String code) {
    later(Duration.ofMinutes(5));
    Instant since = desk.clock.instant();
    long series = spike(code);
    posts.wake();
    later(Duration.ofMinutes(5));
    desk.close(series, StateKind.SPIKE, since, desk.clock.instant());
    posts.wake();
  }

  private long spike(String code) {
    long series = desk.count(code, desk.clock.instant(), 60);
    desk.open(series, StateKind.SPIKE, desk.clock.instant());
    return series;
  }

  private void later(Duration time) {
    desk.clock.advance(time);
  }

  private List<OutboxEntry> messages() {
    List<OutboxEntry> all = new ArrayList<>();
    incidents
        .openedAfter("team", Instant.EPOCH)
        .forEach(incident -> all.addAll(desk.outbox.ofTopic("alert " + incident.id())));
    incidents
        .openedAfter("hook", Instant.EPOCH)
        .forEach(incident -> all.addAll(desk.outbox.ofTopic("alert " + incident.id())));
    return all;
  }

  private List<OutboxEntry> originals() {
    return messages().stream().filter(entry -> entry.message().original().isEmpty()).toList();
  }

  private String text(int message) {
    return Desk.plain(messages().get(message).message().content());
  }

  private AlertPosts posts() {
    return posts(desk, incidents);
  }

  private AlertPosts posts(DigestDesk desk, Incidents incidents) {
    Destinations destinations =
        name -> name.equals("hook") ? Optional.of(HOOK) : desk.destinations.find(name);
    return new AlertPosts(
        () -> rules,
        incidents,
        desk.store,
        desk.store,
        desk.store,
        desk.duties,
        series -> series.key().code().equals("0xC0"),
        destinations,
        ZoneOffset.UTC,
        desk.clock);
  }

  /** The store of a process that ends as it opens an incident. */
  private record EndsWhenOneOpens(Incidents kept) implements Incidents {

    @Override
    public List<Incident> open() {
      return kept.open();
    }

    @Override
    public List<Incident> openedAfter(String destination, Instant time) {
      return kept.openedAfter(destination, time);
    }

    @Override
    public Keeping keep(Incident incident, List<OutboxMessage> messages, Instant now) {
      if (incident.version() == 1) {
        throw new IllegalStateException("the process ends");
      }
      return kept.keep(incident, messages, now);
    }
  }
}
