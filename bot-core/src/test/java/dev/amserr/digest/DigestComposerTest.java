package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.render.PlainTextRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.StateKind;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestComposerTest {

  private static final DigestComposer COMPOSER =
      new DigestComposer(
          run -> Optional.of(URI.create("https://bot.example/digests/" + run)), drawing());
  private static final Pattern SECTION = Pattern.compile(".*\\((\\d+)\\)(, continued)?");

  @Test
  void sections_stand_in_the_order_of_the_states() {
    List<DigestPart> parts = COMPOSER.parts(SampleDigests.ofEverySection());

    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).content().cards())
        .extracting(Card::title)
        .containsExactly(
            "daily: Mon 2 Mar 09:00 – Tue 3 Mar 09:00 (Europe/Berlin)",
            "Spikes (1)",
            "New (1)",
            "Regressed: back after a fix (1)",
            "Ramps: growing week by week (1)",
            "Recurring (1)",
            "Quiet (1)",
            "Source silent (1)",
            "Run daily-20260303T080000Z");
  }

  @Test
  void every_fact_stands_in_the_plain_text() {
    String text = plain(COMPOSER.whole(SampleDigests.ofEverySection()));

    assertThat(text)
        .contains("1,234 errors in 87 series, ×1.4 against the 24 h before")
        .contains("This digest covers 3 missed runs since Sun 09:00.")
        .contains("Player team")
        .contains("Ana Ruiz is on call until ", ", then Ben Cole (6 lines)")
        .contains("no team owns 1 line")
        .contains(
            "MPE_ERROR_<5>&_network_failure_while_loading 0x20200005 · web-eu_5 · 125 (×2.1) ·"
                + " ▂▂▂▂█ · since Tue 3 Mar 07:30 · 60 against a limit of 18.7, usually 5.25 · also NEW")
        .contains("daily about 02:10")
        .contains(" of plays")
        .contains("Left out: 3 acknowledged and 1 muted series")
        .contains("Under pressure: 120 samples not kept, 7 errors counted without its series")
        .contains("networkErrHttpUrlNotFound");
  }

  @Test
  void the_same_snapshot_gives_the_same_bytes_read_back_or_not() {
    SnapshotCodec codec = new SnapshotCodec();
    ReplyCodec replies = new ReplyCodec(id -> new byte[0]);
    DigestSnapshot snapshot = SampleDigests.of(80);

    String canonical = codec.write(snapshot);
    DigestSnapshot again = codec.read(canonical);

    assertThat(again).isEqualTo(snapshot);
    assertThat(codec.write(again)).isEqualTo(canonical);
    assertThat(COMPOSER.parts(again).stream().map(p -> replies.write(p.content())))
        .isEqualTo(COMPOSER.parts(snapshot).stream().map(p -> replies.write(p.content())).toList());
  }

  @Test
  void the_hash_of_the_canonical_text_is_shown() {
    DigestSnapshot snapshot = SampleDigests.ofEverySection();
    String hash = SnapshotCodec.sha256(new SnapshotCodec().write(snapshot));

    assertThat(plain(COMPOSER.parts(snapshot).get(0).content()))
        .contains("snapshot " + hash.substring(0, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 45, 100, 500, 2000})
  void what_does_not_fit_is_counted_section_by_section(int lines) {
    List<DigestPart> parts = COMPOSER.parts(SampleDigests.of(lines));

    assertThat(parts.size()).isBetween(1, DigestComposer.MOST_MESSAGES);
    int told = 0;
    for (Card card : cards(parts)) {
      for (Part part : card.parts()) {
        if (part instanceof Part.Bullets bullets) {
          told += bullets.items().size() + bullets.more();
        }
      }
    }
    assertThat(told).isEqualTo(lines);
    assertThat(sectionTotals(parts)).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 45, 100, 500, 2000})
  void every_message_is_within_the_limits_of_both_platforms(int lines) {
    List<DigestPart> parts = COMPOSER.parts(SampleDigests.of(lines));

    for (DigestPart part : parts) {
      assertThat(part.content().cards()).hasSizeLessThanOrEqualTo(10);
      assertThat(plain(part.content()).length()).isLessThan(5_500);
      for (Card card : part.content().cards()) {
        for (Part piece : card.parts()) {
          if (piece instanceof Part.Bullets bullets) {
            assertThat(bullets.items().stream().mapToInt(DigestComposer::weight).sum())
                .isLessThan(2_900);
          }
        }
      }
    }
  }

  @Test
  void five_hundred_series_fill_three_messages_and_link_the_rest() {
    List<DigestPart> parts = COMPOSER.parts(SampleDigests.of(500));

    assertThat(parts).hasSize(3);
    assertThat(parts.stream().mapToInt(part -> part.series().size()).sum()).isGreaterThan(40);
    assertThat(plain(parts.get(2).content()))
        .contains("https://bot.example/digests/daily-20260303T080000Z");
    for (StateKind state : StateKind.values()) {
      assertThat(cards(parts))
          .extracting(Card::title)
          .anyMatch(title -> title.startsWith(DigestText.section(state, 0).split(" \\(", -1)[0]));
    }
  }

  @Test
  void what_was_done_since_marks_its_line_and_moves_no_other() {
    DigestSnapshot snapshot = SampleDigests.of(100);
    List<DigestPart> before = COMPOSER.parts(snapshot);

    List<DigestPart> after = COMPOSER.parts(snapshot, Map.of(7L, "acknowledged by Ana"));

    assertThat(after)
        .extracting(DigestPart::series)
        .isEqualTo(before.stream().map(DigestPart::series).toList());
    assertThat(after).filteredOn(part -> !before.contains(part)).hasSize(1);
    assertThat(plain(after.get(0).content())).contains("✔ acknowledged by Ana: MPE_ERROR_<7>");
  }

  @Test
  void nothing_to_tell_is_one_line() {
    List<DigestPart> parts = COMPOSER.parts(SampleDigests.empty());

    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).content().cards()).isEmpty();
    assertThat(parts.get(0).content().text())
        .startsWith("daily: Mon 2 Mar 09:00 – Tue 3 Mar 09:00 (Europe/Berlin): nothing to look at")
        .contains("1,234 errors in 87 series")
        .endsWith("Run daily-20260303T080000Z.");
  }

  private static List<Card> cards(List<DigestPart> parts) {
    List<Card> cards = new ArrayList<>();
    parts.forEach(part -> cards.addAll(part.content().cards()));
    return cards;
  }

  private static int sectionTotals(List<DigestPart> parts) {
    int total = 0;
    for (Card card : cards(parts)) {
      Matcher matcher = SECTION.matcher(card.title());
      if (matcher.matches() && matcher.group(2) == null && !card.title().contains("/")) {
        total += Integer.parseInt(matcher.group(1));
      }
    }
    return total;
  }

  private static String plain(Reply reply) {
    return PlainTextRenderer.unlimited()
        .render(
            reply,
            new ReaderTime(
                ZoneId.of("UTC"), Clock.fixed(SampleDigests.NINE, ZoneOffset.UTC).instant()));
  }

  private static ChartRenderer drawing() {
    return new ChartRenderer() {
      @Override
      public boolean canDraw() {
        return true;
      }

      @Override
      public byte[] draw(Chart chart, Theme theme) {
        return new byte[] {(byte) chart.layers().size()};
      }
    };
  }
}
