package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.recurrence.StateKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of incidents does. */
public abstract class IncidentsContract {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00.123Z");

  /** Incidents without any, and the outbox they write to. */
  protected abstract Stores stores();

  /** Two ports of one store. */
  public record Stores(Incidents incidents, Outbox outbox) {}

  @Test
  void an_incident_is_found_as_it_was_opened_with_its_message() {
    Stores stores = stores();
    Incident incident = incident("al-1", "player", NOW);

    Incidents.Keeping keeping = stores.incidents().keep(incident, List.of(message("al-1")), NOW);

    assertThat(keeping).isEqualTo(Incidents.Keeping.KEPT);
    assertThat(stores.incidents().open()).containsExactly(incident);
    assertThat(stores.incidents().openedAfter("team", NOW.minusMillis(1)))
        .containsExactly(incident);
    assertThat(stores.incidents().openedAfter("team", NOW)).isEmpty();
    assertThat(stores.incidents().openedAfter("ops", NOW.minusMillis(1))).isEmpty();
    assertThat(stores.outbox().find("al-1")).isPresent();
  }

  @Test
  void at_most_one_incident_of_an_owner_lasts() {
    Stores stores = stores();
    stores.incidents().keep(incident("al-1", "player", NOW), List.of(), NOW);

    Incidents.Keeping second =
        stores.incidents().keep(incident("al-2", "player", NOW), List.of(message("al-2")), NOW);
    Incidents.Keeping other =
        stores.incidents().keep(incident("al-3", "encoder", NOW), List.of(), NOW);

    assertThat(second).isEqualTo(Incidents.Keeping.OVERTAKEN);
    assertThat(stores.outbox().find("al-2")).isEmpty();
    assertThat(other).isEqualTo(Incidents.Keeping.KEPT);
  }

  @Test
  void of_two_who_change_it_at_once_one_does() {
    Stores stores = stores();
    Incident first = incident("al-1", "player", NOW);
    stores.incidents().keep(first, List.of(), NOW);
    Incident next =
        first.with(List.of(first.alerts().get(0).over(NOW, "over since")), NOW.plusSeconds(60));

    Incidents.Keeping one = stores.incidents().keep(next, List.of(message("al-1.2")), NOW);
    Incidents.Keeping two = stores.incidents().keep(next, List.of(message("al-1.2b")), NOW);

    assertThat(one).isEqualTo(Incidents.Keeping.KEPT);
    assertThat(two).isEqualTo(Incidents.Keeping.OVERTAKEN);
    assertThat(stores.outbox().find("al-1.2b")).isEmpty();
    assertThat(stores.incidents().open()).isEmpty();
    assertThat(stores.incidents().openedAfter("team", NOW.minusMillis(1))).containsExactly(next);
  }

  @Test
  void after_one_is_over_the_next_can_begin() {
    Stores stores = stores();
    Incident first = incident("al-1", "player", NOW);
    stores.incidents().keep(first, List.of(), NOW);
    stores
        .incidents()
        .keep(first.with(List.of(first.alerts().get(0).over(NOW, "over")), NOW), List.of(), NOW);

    assertThat(stores.incidents().keep(incident("al-2", "player", NOW), List.of(), NOW))
        .isEqualTo(Incidents.Keeping.KEPT);
  }

  private static Incident incident(String id, String owner, Instant opened) {
    return new Incident(
        id,
        "team",
        owner,
        Incident.Telling.POSTED,
        1,
        opened,
        null,
        List.of(new Incident.Alert(7, StateKind.SPIKE, NOW.minusSeconds(60), "İş ×3", null, "")));
  }

  private static OutboxMessage message(String key) {
    return OutboxMessage.post(
        key,
        "alert",
        new Destination("team", new Channel.SlackChannel("C0000001")),
        Reply.of("alert").publicly(),
        NOW);
  }
}
