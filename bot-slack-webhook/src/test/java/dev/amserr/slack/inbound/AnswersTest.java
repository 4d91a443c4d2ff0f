package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.outbound.LateAnswer;
import dev.amserr.slack.outbound.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final Reply REPLY = Reply.of(Card.titled("0x8088002E").text("a <b> *c*").build());

  private final Answers answers =
      new Answers(new BlockKitRenderer(id -> Optional.empty()), new TestClock(SampleReplies.NOW));

  @Test
  void a_late_answer_can_do_without_blocks() {
    LateAnswer late = answers.late(REPLY, origin());

    JsonNode full = json(late.full());
    JsonNode plain = json(late.plain());
    assertThat(full.path("blocks")).isNotEmpty();
    assertThat(plain.has("blocks")).isFalse();
    assertThat(plain.path("text").asText()).contains("0x8088002E", "a &lt;b&gt; *c*");
    assertThat(plain.path("mrkdwn").asBoolean(true)).isFalse();
    assertThat(plain.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(plain.path("thread_ts").asText()).isEqualTo("1700000000.1");
  }

  @Test
  void only_what_one_person_sees_may_be_sent_twice() {
    boolean toOne = answers.late(REPLY, origin()).repeatable();
    boolean toAll = answers.late(REPLY.publicly(), origin()).repeatable();

    assertThat(toOne).isTrue();
    assertThat(toAll).isFalse();
  }

  private static JsonNode json(Supplier<byte[]> form) {
    return FakeSlack.json(new String(form.get(), StandardCharsets.UTF_8));
  }

  private static Origin origin() {
    return new Origin(
        new Actor("slack", "U0000001", "ana", Set.of()),
        new Place("slack", "C0000001", "1700000000.1"),
        ZoneOffset.UTC,
        Locale.ENGLISH,
        SampleReplies.NOW,
        "c0ffee");
  }
}
