package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {

  private static final ReaderTime TIME =
      new ReaderTime(ZoneId.of("Europe/Berlin"), SampleReplies.NOW);

  @Test
  void a_decoding_is_read_from_top_to_bottom() {
    String text = TerminalRenderer.monochrome(60).render(SampleReplies.decoding().reply(), TIME);

    assertThat(text)
        .isEqualTo(
            """
            Problem: 0x8088002E · MPE_MGMT_PUBLISHING_POINT_LOCKED
              https://example.com/codes/0x8088002E
              System  IIS media services management
              Value   0x8088002E
              The publishing point is locked by another operation.
              • Wait for the other operation.
              • Then try again.
              Owner  Player team, on call Ana Ruiz
              IIS error codes (https://example.com/iis?a=1&b=2)
            """);
  }

  @Test
  void long_text_is_wrapped_between_words_under_its_own_start() {
    Reply reply =
        Reply.of(
            Card.titled("Advice")
                .fact("Do", "wait for the other operation to end, then try again")
                .build());

    assertThat(TerminalRenderer.monochrome(40).render(reply, TIME))
        .isEqualTo(
            """
            Advice
              Do  wait for the other operation to
                  end, then try again
            """);
  }

  @Test
  void a_word_longer_than_a_line_stays_whole_to_be_copied() {
    String url = "https://example.com/" + "a".repeat(80);

    assertThat(TerminalRenderer.monochrome(40).render(Reply.of("See " + url + " now"), TIME))
        .isEqualTo("See\n" + url + "\nnow\n");
  }

  @Test
  void colours_do_not_change_the_layout() {
    Reply reply = SampleReplies.series().reply();

    String coloured = TerminalRenderer.coloured(60).render(reply, TIME);

    assertThat(coloured).contains("\u001b[1;34mRecurring errors\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(TerminalRenderer.monochrome(60).render(reply, TIME));
  }

  @Test
  void data_can_not_control_the_terminal() {
    Reply reply =
        Reply.of(
            Card.titled("\u001b[2Jtitle")
                .tone(Tone.BAD)
                .text(Phrase.empty().code("\u001b]0;owned\u0007"))
                .build());

    assertThat(TerminalRenderer.monochrome(80).render(reply, TIME))
        .doesNotContain("\u001b", "\u0007");
  }
}
