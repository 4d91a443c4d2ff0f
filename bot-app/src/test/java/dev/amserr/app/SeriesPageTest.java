package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.console.Browser;
import dev.amserr.app.console.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a recurring error in a real browser, served by the whole bot. */
class SeriesPageTest {

  @TempDir Path folder;

  @Test
  void an_error_is_acknowledged_on_its_page_by_keyboard_alone() throws Exception {
    Path chromium = Browser.required();
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/oncall.yaml"), TestBot.ONE_TEAM);
    try (TestBot bot = TestBot.start(folder, Map.of());
        Browser browser = Browser.start(chromium)) {
      bot.report("0x20200194", "web-eu", 3);

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

  @Test
  void the_end_of_a_mute_is_a_time_as_the_reader_writes_it() throws Exception {
    Path chromium = Browser.required();
    try (TestBot bot = TestBot.start(folder, Map.of());
        Browser browser = Browser.start(chromium)) {
      bot.report("0x20200194", "web-eu", 3);
      bot.say("/errors mute 0x20200194 until:+8h");

      Tab tab = browser.open(bot.url("/#/series/1"));
      tab.until("document.querySelectorAll('#series .lines time').length > 1");

      assertThat(tab.text("#series")).contains("muted by console (until ");
      assertThat(tab.text("#series")).doesNotContainPattern("[0-9]T[0-9]{2}:[0-9]{2}");
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
