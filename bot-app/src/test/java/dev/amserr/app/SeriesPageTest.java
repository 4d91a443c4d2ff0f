package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.amserr.app.console.Browser;
import dev.amserr.app.console.Tab;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a recurring error in a real browser, served by the whole bot. */
class SeriesPageTest {

  private static final String TEAMS =
      """
      people:
        ana: {name: Ana Ruiz}
      defaultTeam: player
      teams:
        player:
          zone: Europe/London
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]
      """;

  @TempDir Path folder;

  @Test
  void an_error_is_acknowledged_on_its_page_by_keyboard_alone() throws Exception {
    Optional<Path> chromium = Browser.installed();
    assumeThat(chromium.isPresent() || "true".equals(System.getenv("CI")))
        .as("Skipped: no Chromium on this machine (apt-get install chromium)")
        .isTrue();
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/oncall.yaml"), TEAMS);
    try (TestBot bot = TestBot.start(folder, Map.of());
        Browser browser = Browser.start(chromium.orElseThrow())) {
      report(bot);

      Tab tab = browser.open(bot.url("/"));
      tab.until("document.querySelector('#recurring .row a')");
      tab.evaluate("document.querySelector('#recurring .row a').focus()");
      tab.press("Enter");
      tab.until("document.querySelector('#series .person')");
      String owner = tab.text("#series");
      tab.evaluate("document.querySelector('#series .deeds input').focus()");
      tab.type("known \"CDN\" fault");
      tab.press("Tab");
      tab.press("Enter");
      tab.until("document.querySelector('#series .card.tone-good')");
      tab.until("document.querySelector('#series .said').textContent.includes('acknowledged')");

      assertThat(owner).contains("networkErrHttpUrlNotFound", "Ana Ruiz", "Azure Media Player");
      assertThat(tab.text("#series .card")).contains("Done");
      assertThat(tab.text("#series")).contains("acknowledged by", "(known 'CDN' fault)");
      assertThat(tab.evaluate("document.activeElement.textContent").asText())
          .isEqualTo("Acknowledge");
      assertThat(tab.complaints()).isEmpty();
      assertThat(bot.get("/api/v1/series/1").body()).contains("\"status\":\"acknowledged\"");
      assertThat(bot.say("/errors history series#1")).contains("known 'CDN' fault");
    }
  }

  private static void report(TestBot bot) throws Exception {
    int status =
        bot.send(
                HttpRequest.newBuilder(bot.url("/api/v1/events"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"code\":\"0x20200194\",\"source\":\"web-eu\",\"count\":3}")))
            .statusCode();
    assertThat(status).isEqualTo(202);
  }
}
