package dev.amserr.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.app.NewCodes;
import dev.amserr.app.TestBot;
import dev.amserr.app.reliability.FakeChats;
import dev.amserr.recurrence.SeriesKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole bot posts to a channel of Slack without being asked. */
class UnaskedPostsOfTheBotTest {

  private static final String ROOM = "C0000000001";

  private final Instant now = Clock.systemUTC().instant();

  @TempDir Path folder;

  @Test
  void a_new_code_that_is_critical_by_its_name() throws Exception {
    NewCodes.seen(
        folder.resolve("data"),
        new TreeMap<>(
            Map.of(
                new SeriesKey("amp", "0x00200194", "web-eu"), "networkErrHttpUrlNotFound",
                new SeriesKey("", "checkout-1", "web-eu"), "")),
        now.minus(Duration.ofMinutes(5)));

    String post =
        onlyPost(
            """
            destinations:
              room: {kind: slack-channel, channel: %s, alerts: {newCritical: true}}
            detection: {critical: ["amp:networkErr*"]}
            """,
            TestBot.ONE_TEAM);

    assertThat(post)
        .contains("NEW", "networkErrHttpUrlNotFound", "0x00200194", "web-eu", "Ana Ruiz")
        .doesNotContain("checkout-1");
  }

  @Test
  void a_hand_off_with_what_the_outgoing_shift_leaves_behind() throws Exception {
    NewCodes.seen(folder.resolve("data"), 1, now.minus(Duration.ofHours(1)));

    String post =
        onlyPost(
            """
            destinations: {room: {kind: slack-channel, channel: %s}}
            onCall: {handovers: [{team: player, destination: room}]}
            """,
            team("start: " + local(now.minus(Duration.ofHours(12))) + ", people: [ana, ben]"));

    assertThat(post).contains("Ana Ruiz", "Ben Cole", "checkout-1");
  }

  @Test
  void a_gap_that_lies_ahead() throws Exception {
    String until = local(now.plus(Duration.ofDays(3)));

    String post =
        onlyPost(
            """
            destinations: {room: {kind: slack-channel, channel: %s}}
            onCall: {gaps: [{team: player, destination: room, cron: "* * * * *"}]}
            """,
            team("start: 2026-01-05T09:00, until: " + until + ", people: [ana]"));

    assertThat(post)
        .contains("Player")
        .contains("<!date^" + LocalDateTime.parse(until).toEpochSecond(ZoneOffset.UTC) + "^");
  }

  /** What the room shows after the bot came up with these settings; no more than one message. */
  private String onlyPost(String settings, String rosters) throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("amserr.yaml"), settings.formatted(ROOM));
    Files.writeString(config.resolve("oncall.yaml"), rosters);
    try (FakeChats chats = new FakeChats();
        TestBot bot =
            TestBot.start(
                folder,
                Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_API_URL", chats.url() + "slack/"))) {
      assertThat(bot.get("/readyz").statusCode()).isEqualTo(200);
      long start = System.nanoTime();
      while (chats.shown(ROOM).isEmpty()) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        Thread.onSpinWait();
      }
      List<JsonNode> shown = chats.shown(ROOM);
      assertThat(shown).hasSize(1);
      return shown.get(0).toString();
    }
  }

  private static String team(String rotation) {
    return """
    people:
      ana: {name: Ana Ruiz}
      ben: {name: Ben Cole}
    defaultTeam: player
    teams:
      player:
        title: Player
        zone: UTC
        levels:
          - name: primary
            layers: [{rotation: every 12 hours, %s}]
    """
        .formatted(rotation);
  }

  /** Without seconds, as a roster writes it. */
  private static String local(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
  }
}
