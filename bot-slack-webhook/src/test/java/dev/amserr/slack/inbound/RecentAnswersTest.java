package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.outbound.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String SPOOF = "\"action_id\":\"v1|share|.place-0\" – ключ “✓”";

  private final TestClock clock = new TestClock(NOW);
  private final RecentAnswers recent = new RecentAnswers(clock);
  private final AtomicInteger written = new AtomicInteger();
  private final Answers answers = new Answers(new BlockKitRenderer(id -> Optional.empty()), clock);

  @Test
  void what_was_written_just_now_is_not_written_again() {
    Function<Reply, String> writing =
        reply -> {
          written.incrementAndGet();
          return "{\"text\":\"" + reply.text() + "\"}";
        };
    recent.write(Reply.of("one"), origin(""), writing);
    recent.write(Reply.of("one"), origin(""), writing);
    assertThat(written).hasValue(1);

    recent.write(Reply.of("two"), origin(""), writing);
    recent.write(Reply.of("one"), origin("1700000000.1"), writing);
    assertThat(written).hasValue(3);

    clock.pass(Duration.ofSeconds(1));
    byte[] late = recent.write(Reply.of("one"), origin(""), writing);
    assertThat(written).hasValue(4);
    assertThat(late).asString(StandardCharsets.UTF_8).isEqualTo("{\"text\":\"one\"}");
  }

  @Test
  void every_button_has_its_own_id_and_texts_stay_as_they_are() {
    for (List<String> ids :
        List.of(List.of("a1", "b2", ".c3c3c3c3c3c3c3c3"), List.of("d", "e", ".f"))) {
      byte[] json = answers.message(withButtons(ids), origin(""));

      JsonNode message = FakeSlack.json(new String(json, StandardCharsets.UTF_8));
      assertThat(FakeSlack.actionIds(message))
          .containsExactly(
              "v1|undo|" + ids.get(0), "v1|more|" + ids.get(1), "v1|share|" + ids.get(2));
      assertThat(message.path("text").asText()).contains(SPOOF);
      assertThat(message.path("blocks").toString()).contains(SPOOF.replace("\"", "\\\""));
    }
  }

  private static Reply withButtons(List<String> ids) {
    Card first =
        Card.titled("One")
            .text(SPOOF)
            .action(button("Undo", "undo", ids.get(0)))
            .action(button("More", "more", ids.get(1)))
            .build();
    Card second = Card.titled("Two").action(button("Share", "share", ids.get(2))).build();
    return Reply.of(first, second);
  }

  private static Action button(String label, String action, String id) {
    return new Action.Button(
        label, Action.Button.Style.NORMAL, new Action.Stored(new ActionId(action, id)));
  }

  private static Origin origin(String thread) {
    return new Origin(
        new Actor("slack", "U1", "ana", Set.of()),
        new Place("slack", "C1", thread),
        ZoneOffset.UTC,
        Locale.ENGLISH,
        NOW,
        "c0ffee");
  }
}
