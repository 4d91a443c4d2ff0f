package dev.amserr.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTallyTest {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
  private static final Destination TEAM =
      new Destination("team", new Channel.SlackChannel("C0000001"));

  @Test
  void counts_messages_by_what_became_of_them_and_changes_not_at_all() {
    OutboxMessage first = OutboxMessage.post("a", "run", TEAM, Reply.of("a"), NOW);
    List<OutboxEntry> entries =
        List.of(
            entry(first, OutboxEntry.State.SENT),
            entry(OutboxMessage.edit("a.2", first, Reply.of("b"), NOW), OutboxEntry.State.PENDING),
            entry(first, OutboxEntry.State.PENDING),
            entry(first, OutboxEntry.State.UNKNOWN),
            entry(first, OutboxEntry.State.HELD),
            entry(first, OutboxEntry.State.DEAD),
            entry(first, OutboxEntry.State.COMBINED));

    DeliveryTally tally = DeliveryTally.of(entries);

    assertThat(tally).isEqualTo(new DeliveryTally(1, 2, 1, 1));
    assertThat(tally.words()).isEqualTo("1 delivered, 2 waiting, 1 held, 1 failed");
  }

  @Test
  void what_was_combined_alone_is_nothing_to_be_delivered() {
    OutboxMessage message = OutboxMessage.post("a", "run", TEAM, Reply.of("a"), NOW);

    assertThat(DeliveryTally.of(List.of(entry(message, OutboxEntry.State.COMBINED))).isNone())
        .isTrue();
  }

  private static OutboxEntry entry(OutboxMessage message, OutboxEntry.State state) {
    return new OutboxEntry(1, message, state, 0, OutboxEntry.Form.FULL, null, null, "", NOW, NOW);
  }
}
