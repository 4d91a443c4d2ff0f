package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.console.ConsoleContract;
import dev.amserr.app.console.Tab;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlDigestRuns;
import dev.amserr.app.store.SqlOutbox;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.DueRun;
import dev.amserr.digest.SampleDigests;
import dev.amserr.digest.SnapshotCodec;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.OutboxMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, served by the whole bot. */
class WholeProgramConsoleTest extends ConsoleContract {

  private static final int LINES = 500;
  private static final String RUN = "daily-20260303T080000Z";

  @TempDir static Path folder;

  private @Nullable TestBot bot;

  @Override
  protected void startProgram() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/amserr.yaml"),
        """
        destinations: {room: {kind: slack-channel, channel: C0000000001}}
        digests:
          - {name: daily, cron: "0 9 1 1 *", zone: Europe/Berlin, destinations: room}
        """);
    post(SampleDigests.of(LINES));
    bot = TestBot.start(folder, Map.of());
  }

  /** Leaves a digest in the store whose message waits. */
  private static void post(DigestSnapshot snapshot) {
    Instant now = Clock.systemUTC().instant();
    Destination room = new Destination("room", new Channel.SlackChannel("C0000000001"));
    try (Database database =
        Database.open(
            new StoreLocation.SqliteFile(
                folder.resolve("data").resolve(StoreLocation.FILE_NAME)))) {
      SqlOutbox outbox = new SqlOutbox(database, new ReplyCodec(id -> new byte[0]));
      new SqlDigestRuns(database, outbox)
          .claim(
              new DigestRun(
                  snapshot.run(),
                  DigestRun.Occasion.SCHEDULED,
                  snapshot.window(),
                  DigestRun.Disposition.POSTED,
                  DueRun.Missed.NONE,
                  "it is time",
                  new SnapshotCodec().write(snapshot),
                  "another process",
                  snapshot.window().until(),
                  null),
              List.of(
                  OutboxMessage.post(
                      "part.1",
                      snapshot.run().toString(),
                      room,
                      Reply.of("part 1").publicly(),
                      now.plus(Duration.ofHours(1)))),
              List.of());
    }
  }

  @Override
  protected void stopProgram() {
    if (bot != null) {
      bot.close();
    }
  }

  @Override
  protected URI console() {
    return url("/");
  }

  private URI url(String path) {
    if (bot == null) {
      throw new IllegalStateException("Not started");
    }
    return bot.url(path);
  }

  @Test
  void the_panel_of_digests_leads_to_a_page_with_every_line() {
    Tab page = tab();
    page.until("document.querySelector('#panel-digests a')");
    String panel = page.text("#panel-digests");
    page.evaluate("document.querySelector('#panel-digests a').click()");
    page.until("location.pathname === '/digests/" + RUN + "'");
    page.until("document.querySelector('#digest .card')");

    assertThat(panel).containsIgnoringCase("next digests").contains("daily", RUN, "1 waiting");
    assertThat(page.evaluate("document.querySelectorAll('#digest .bullets li').length").asInt())
        .isEqualTo(LINES);
    assertThat(page.text("#title")).isEqualTo(RUN);
    assertThat(page.text("#about")).startsWith("Posted, it is time. Covers");
    assertThat(page.text("#deliveries")).contains("room, part 1: waits");
    assertThat(page.text("#snapshot")).matches("[0-9a-f]{64}");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void the_picture_of_a_digest_is_shown_on_its_page() {
    Tab page = digest(RUN);
    page.until("document.querySelector('#digest .picture')?.naturalWidth > 100");

    assertThat(
            page.evaluate("document.querySelector('#digest .picture').getAttribute('alt')")
                .asText())
        .contains("networkErrHttpUrlNotFound");
  }

  @Test
  void a_digest_that_is_not_there_says_what_to_do() {
    Tab page = tab();
    page.goTo(url("/digests/daily-20200101T000000Z"));
    page.until("document.querySelector('#digest .tone-bad')");

    assertThat(page.text("#digest"))
        .contains("There is no run daily-20200101T000000Z.", "/digest status");
  }

  @Test
  void the_page_of_a_digest_fits_a_phone() {
    Tab page = tab();
    page.size(360, 740);
    digest(RUN);

    assertThat(page.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
  }

  @Test
  void the_page_of_a_digest_is_read_by_keyboard_and_follows_the_theme() {
    Tab page = digest(RUN);
    page.press("Tab");
    String first = page.evaluate("document.activeElement.textContent").asText();
    page.press("Enter");
    page.until("document.activeElement.id === 'digest'");
    String background = "getComputedStyle(document.body).backgroundColor";
    page.prefer("light");
    String light = page.evaluate(background).asText();
    page.prefer("dark");

    assertThat(first).isEqualTo("Skip to the digest");
    assertThat(page.evaluate(background).asText()).isNotEqualTo(light);
  }

  private Tab digest(String run) {
    Tab page = tab();
    page.goTo(url("/digests/" + run));
    page.until("document.querySelector('#digest .card')");
    return page;
  }
}
