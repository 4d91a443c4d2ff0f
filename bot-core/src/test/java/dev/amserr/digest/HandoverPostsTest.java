package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.command.reply.Mention;
import dev.amserr.notify.InMemoryToldOnce;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.recurrence.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverPostsTest {

  /** A Monday, when Ben takes over from Ana. */
  private static final Instant HAND_OFF = Instant.parse("2026-03-09T09:00:00Z");

  /** Of the week before, which is Ana's. */
  private static final Instant TUESDAY = Instant.parse("2026-03-03T07:00:00Z");

  private static final String OFFICE_HOURS =
      Rostered.ANA_AND_BEN
          + """
              expectedGaps: [{days: [SAT, SUN]}]
              levels:
                - name: primary
                  layers:
                    - rotation: weekly
                      start: 2026-01-05T09:00
                      people: [ana, ben]
                      hours: {days: [MON, TUE, WED, THU, FRI], from: "09:00", to: "18:00"}
          """;

  private final DigestDesk desk =
      new DigestDesk(HAND_OFF.minus(Duration.ofHours(3)), Rostered.WEEKLY);
  private final InMemoryToldOnce toldOnce = new InMemoryToldOnce(desk.outbox);

  @Test
  void the_outgoing_shift_is_told_to_who_comes_next_once() {
    open("0x01", 60);
    open("0x02", 90);
    open("0x03", 30);
    desk.clock.set(HAND_OFF.plusSeconds(20));

    posts().wake();
    desk.clock.advance(Duration.ofMinutes(1));
    posts().wake();

    assertThat(messages()).hasSize(1);
    String text = Desk.plain(messages().get(0).message().content());
    assertThat(text)
        .contains("Hand-over: Player team")
        .contains("Ana Ruiz hands over to Ben Cole")
        .contains("180 errors in 3 series")
        .containsSubsequence("0x02", "0x01", "and 1 more");
    assertThat(messages().get(0).message().content().pings())
        .extracting(Mention::name)
        .containsExactly("Ben Cole");
  }

  @Test
  void nothing_is_posted_before_the_hand_off_or_long_after_it() {
    desk.clock.set(HAND_OFF.minusMillis(1));
    posts().wake();
    desk.clock.set(HAND_OFF.plus(Duration.ofHours(3)));
    posts().wake();

    assertThat(messages()).isEmpty();
  }

  @Test
  void a_shift_that_leaves_nothing_behind_says_so() {
    desk.clock.set(HAND_OFF);

    posts().wake();

    assertThat(Desk.plain(messages().get(0).message().content())).contains("Nothing is open.");
  }

  @Test
  void across_a_gap_the_last_ones_hand_over_when_the_next_begin() {
    DigestDesk office = new DigestDesk(TUESDAY, OFFICE_HOURS);
    InMemoryToldOnce told = new InMemoryToldOnce(office.outbox);
    open(office, "0x01", 60);
    office.clock.set(HAND_OFF.minus(Duration.ofHours(20)));
    open(office, "0x02", 30);

    for (int hour = 0; hour <= 30; hour++) {
      office.clock.set(HAND_OFF.plus(Duration.ofHours(hour - 24)));
      posts(office, told).wake();
    }

    List<OutboxEntry> messages = office.outbox.ofTopic("hand-over player");
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).added()).isEqualTo(HAND_OFF);
    assertThat(Desk.plain(messages.get(0).message().content()))
        .contains("Ana Ruiz hands over to Ben Cole")
        .contains("nobody was on call since Fri 2026-03-06 18:00 UTC")
        .contains("90 errors in 2 series");
  }

  @Test
  void a_night_between_two_days_of_one_person_is_no_hand_off() {
    DigestDesk office = new DigestDesk(TUESDAY, OFFICE_HOURS);

    for (int hour = 0; hour <= 72; hour++) {
      office.clock.set(TUESDAY.plus(Duration.ofHours(hour)));
      posts(office, new InMemoryToldOnce(office.outbox)).wake();
    }

    assertThat(office.outbox.ofTopic("hand-over player")).isEmpty();
  }

  private void open(String code, long count) {
    open(desk, code, count);
  }

  private static void open(DigestDesk desk, String code, long count) {
    Instant at = desk.clock.instant();
    desk.open(desk.count(code, at, count), StateKind.SPIKE, at);
  }

  private List<OutboxEntry> messages() {
    return desk.outbox.ofTopic("hand-over player");
  }

  private HandoverPosts posts() {
    return posts(desk, toldOnce);
  }

  private static HandoverPosts posts(DigestDesk desk, InMemoryToldOnce toldOnce) {
    return new HandoverPosts(
        () -> List.of(new HandoverRule("player", "team", 2)),
        desk.onCall,
        desk.survey,
        desk.destinations,
        toldOnce,
        desk.clock);
  }
}
