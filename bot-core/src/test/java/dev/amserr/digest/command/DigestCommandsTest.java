package dev.amserr.digest.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.CommandRegistry;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.dispatch.Desk;
import dev.amserr.digest.DigestDesk;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.SnapshotCodec;
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
            digests.outbox,
            digests.composer,
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
        new SnapshotCodec().write(digests.runner.preview(digests.schedules.get(0), NOW));
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
