package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.notify.InMemoryToldOnce;
import dev.amserr.notify.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapPostsTest {

  /** A Monday at ten, when gaps are looked for. */
  private static final Instant MONDAY = Instant.parse("2026-03-09T10:00:00Z");

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
    return new GapRule(
        "player", "team", CronExpression.of("0 10 * * MON"), ZoneId.of("UTC"), ahead);
  }

  private GapPosts posts(Duration ahead) {
    return new GapPosts(
        () -> List.of(rule(ahead)), desk.onCall, desk.destinations, toldOnce, desk.clock);
  }
}
