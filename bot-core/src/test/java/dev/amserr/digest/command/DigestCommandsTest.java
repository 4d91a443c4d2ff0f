package dev.amserr.digest.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.CommandRegistry;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.dispatch.Desk;
import dev.amserr.digest.DigestDesk;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.SnapshotCodec;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.Verdict;
import dev.amserr.recurrence.StateKind;
import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestCommandsTest {

  private static final Instant NOW = SampleCommands.NOW;

  private final DigestDesk digests = new DigestDesk(NOW);
  private final List<AuditEntry> audited = new ArrayList<>();
  private final Desk desk = new Desk(registry());

  private CommandRegistry.Builder registry() {
    digests.schedules.add(
        DigestSchedule.of("daily", "0 9 * * MON-FRI", ZoneId.of("Europe/Berlin"), "team"));
    CommandRegistry.Builder builder = CommandRegistry.builder();
    new DigestCommands(
            () -> digests.schedules,
            digests.runner,
            digests.runs,
            digests.previews,
            digests.replies,
            digests.outbox,
            audit())
        .register(builder);
    return builder;
  }

  @Test
  void the_command_alone_lists_the_digests_with_their_next_times() {
    String text = say("/digest");

    assertThat(text).contains("daily", "0 9 * * MON-FRI", "Europe/Berlin", "team");
  }

  @Test
  void a_preview_shows_what_a_run_would_freeze_and_posts_nothing() {
    spike();

    String text = say("/digest preview");

    String canonical =
        new SnapshotCodec().write(digests.previews.snapshot(digests.schedules.get(0), NOW));
    assertThat(text)
        .contains("Preview; nothing was posted.")
        .contains(SnapshotCodec.sha256(canonical))
        .contains("Spikes (1)", "0x01");
    assertThat(digests.outbox.status()).isEmpty();
  }

  @Test
  void only_who_may_can_send() {
    String denied = say("/digest send daily");
    desk.members.add(SampleCommands.ORIGIN.actor().id());
    spike();

    String allowed = say("/digest send daily");

    assertThat(denied).contains("Only people in a roster may.");
    assertThat(allowed).contains("The digest daily is on its way to team.");
    assertThat(digests.outbox.status()).hasSize(1);
    assertThat(audited).extracting(AuditEntry::action).containsExactly("digest.send");
  }

  @Test
  void a_run_without_destinations_is_not_said_to_be_posted() {
    digests.schedules.set(
        0, DigestSchedule.of("daily", "0 9 * * MON-FRI", ZoneId.of("Europe/Berlin")));
    spike();
    digests.runner.send(digests.schedules.get(0), "Ana");

    String shown = say("/digest show " + digests.runs.latest(1).get(0).id());

    assertThat(shown).contains("As it was: kept in the console, asked for by Ana.");
    assertThat(say("/digest status")).contains("kept in the console, asked for by Ana");
  }

  @Test
  void a_past_run_is_shown_as_it_was_with_its_hash() {
    spike();
    digests.runner.send(digests.schedules.get(0), "Ana");
    DigestRun run = digests.runs.latest(1).get(0);

    String text = say("/digest show " + run.id());

    assertThat(text)
        .contains("As it was: posted, asked for by Ana.")
        .contains(SnapshotCodec.sha256(run.snapshot()))
        .contains("0x01");
  }

  @Test
  void status_tells_what_waits_and_what_ran() {
    spike();
    digests.runner.send(digests.schedules.get(0), "Ana");

    assertThat(say("/digest status"))
        .contains("team", "1 waits since")
        .contains(digests.runs.latest(1).get(0).id() + " posted, asked for by Ana");
  }

  @Test
  void what_is_held_is_listed_with_what_to_do_and_released_by_an_operator() {
    long number = held();
    String status = say("/digest status");
    String denied = say("/digest release " + number);
    desk.members.add(SampleCommands.ORIGIN.actor().id());

    String released = say("/digest release " + number);

    assertThat(status)
        .contains("1 held: nobody knows whether they arrived")
        .contains("#" + number + " daily-", "held", "no answer")
        .contains("/digest release " + number, "/digest discard " + number);
    assertThat(denied).contains("Only people in a roster may.");
    assertThat(released).contains("Message #" + number, "to team, is posted again.");
    OutboxEntry entry = digests.outbox.ofTopic(topic()).get(0);
    assertThat(entry.state()).isEqualTo(OutboxEntry.State.PENDING);
    assertThat(entry.message().expires()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(audited).extracting(AuditEntry::action).containsExactly("digest.release");
    assertThat(audited.get(0).subject()).isEqualTo("#" + number + " " + topic() + " to team");
    assertThat(say("/digest release " + number)).contains("No message #" + number + " is held.");
  }

  @Test
  void what_is_held_can_be_given_up() {
    long number = held();
    desk.members.add(SampleCommands.ORIGIN.actor().id());

    String discarded = say("/digest discard " + number);

    assertThat(discarded).contains("is given up.");
    assertThat(digests.outbox.ofTopic(topic()).get(0).state()).isEqualTo(OutboxEntry.State.DEAD);
    assertThat(say("/digest status"))
        .contains("failed", "discarded by")
        .doesNotContain("/digest release");
  }

  /** A message of which nobody knows whether it arrived. */
  private long held() {
    spike();
    digests.runner.send(digests.schedules.get(0), "Ana");
    Outbox.Claim claim =
        digests
            .outbox
            .claim(Lane.of(DigestDesk.TEAM.channel()), "w", NOW, NOW.plusSeconds(60))
            .orElseThrow();
    digests.outbox.sending(claim, NOW);
    digests.outbox.settle(claim, new Verdict.Hold("no answer"), NOW);
    return claim.entry().number();
  }

  private String topic() {
    return digests.runs.latest(1).get(0).id().toString();
  }

  @Test
  void a_misspelt_name_or_run_says_what_there_is() {
    assertThat(say("/digest preview dayly")).contains("There is no digest dayly", "daily");
    assertThat(say("/digest show yesterday")).contains("A run is named like daily-2026");
    assertThat(say("/digest show daily-20200101T000000Z"))
        .contains("There is no run daily-20200101T000000Z");
  }

  private void spike() {
    Instant at = NOW.minus(Duration.ofMinutes(30));
    digests.open(digests.count("0x01", at, 60), StateKind.SPIKE, at);
  }

  private String say(String line) {
    return Desk.plain(desk.say(line));
  }

  private AuditLog audit() {
    return new AuditLog() {
      @Override
      public void append(AuditEntry entry) {
        audited.add(entry);
      }

      @Override
      public List<AuditEntry> latest(String subject, int limit) {
        return List.copyOf(audited);
      }
    };
  }
}
