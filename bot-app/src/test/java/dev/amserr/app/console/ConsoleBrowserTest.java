package dev.amserr.app.console;

import static dev.amserr.app.console.SampleBot.HOSTILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.http.BearerToken;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.RawHttp;
import dev.amserr.command.SampleCommands;
import dev.amserr.recurrence.Deed;
import dev.amserr.recurrence.Mute;
import dev.amserr.recurrence.SeriesDesk;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The console of the sample bot, with what only its commands can show. */
class ConsoleBrowserTest extends ConsoleContract {

  private SampleBot bot;

  @Override
  protected void startProgram() {
    bot = new SampleBot(HttpSettings.onLoopback(0));
  }

  @Override
  protected void stopProgram() {
    bot.close();
  }

  @Override
  protected URI console() {
    return bot.url();
  }

  @Test
  void a_confirmation_is_given_by_keyboard_alone() {
    focus("#line");
    tab.type("/oncall cover player");
    tab.press("Escape");
    tab.press("Enter");
    tab.until(ANSWERED);
    tab.pressWithShift("Tab");
    tab.until("document.activeElement.textContent === 'Copy'");
    tab.pressWithShift("Tab");
    tab.pressWithShift("Tab");
    tab.pressWithShift("Tab");
    String button = tab.evaluate("document.activeElement.textContent").asText();
    tab.press("Enter");
    tab.until("document.querySelector('.entry .card.tone-good')");

    assertThat(button).isEqualTo("Confirm");
    assertThat(tab.text(".log .entry .card")).contains("Ana covers until Tuesday");
    assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("line");
  }

  @Test
  void a_table_with_a_sparkline_fits_a_phone() {
    tab.size(360, 740);
    focus("#line");
    tab.type("/errors");
    tab.press("Escape");
    tab.press("Enter");
    tab.until(ANSWERED);

    assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    assertThat(tab.text(".entry .sparkline")).contains("errors an hour");
  }

  @Test
  void on_the_network_the_page_asks_for_the_token_once() throws Exception {
    HttpSettings open =
        HttpSettings.onLoopback(0).withHost("0.0.0.0").withToken(new BearerToken("s3cret"));
    try (SampleBot guarded = new SampleBot(open);
        Tab page = browser.open(guarded.url())) {
      page.until("document.getElementById('token-dialog').open");
      page.type("s3cret");
      page.press("Enter");
      page.until("document.querySelectorAll('.example').length > 0");
      page.until("document.querySelectorAll('#panels .panel').length === 2");
      page.until("document.querySelectorAll('#recurring .row').length === 2");
      page.evaluate("document.querySelector('.example').click()");
      page.until(ANSWERED);

      assertThat(page.text(".entry .card")).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
      assertThat(page.evaluate("document.getElementById('token-dialog').open").asBoolean())
          .isFalse();
    }
  }

  @Test
  void a_foreign_page_in_the_same_browser_can_do_nothing() throws Exception {
    try (Site foreign = new Site("");
        Tab page = browser.open(foreign.url())) {
      String before = counted();
      String sent =
          page.evaluate(
                  "(async () => { const said = []; for (const type of ['text/plain',"
                      + " 'application/json']) for (const mode of ['no-cors', 'cors']) try {"
                      + " const r = await fetch('"
                      + bot.url()
                      + "api/v1/commands', { method: 'POST', mode, headers: { 'Content-Type':"
                      + " type }, body: JSON.stringify({ text: '/errors' }) }); said.push(r.type);"
                      + " } catch (e) { said.push(e.name); } try { await fetch('"
                      + bot.url()
                      + "api/v1/panels'); said.push('read'); } catch (e) { said.push(e.name); }"
                      + " return said.join(' '); })()")
              .asText();

      assertThat(sent).isEqualTo("TypeError TypeError TypeError TypeError TypeError");
      assertThat(metric("amserr_http_requests_seconds_count{method=\"POST\",route="))
          .contains("/api/v1/commands")
          .contains("status=\"403\"");
      assertThat(counted()).isEqualTo(before);
    }
  }

  @Test
  void a_rebound_name_gets_no_page_at_all() throws Exception {
    URI rebound = URI.create("http://" + Browser.REBOUND + ":" + bot.port() + "/");
    try (Tab page = browser.open(rebound)) {
      assertThat(page.text("body")).contains("The Host header does not name this bot");
    }
  }

  @Test
  void a_recurring_error_of_the_panel_has_a_page_of_its_own() {
    tab.until("document.querySelectorAll('#recurring .row').length === 2");
    String panel = tab.text("#recurring");
    focus("#recurring a");
    tab.press("Enter");
    tab.until("document.querySelectorAll('#series .chart rect.bar').length === 168");

    assertThat(panel).contains("networkErrHttpUrlNotFound", "SPIKE", "web-eu", HOSTILE);
    assertThat(tab.text("#series .series-head"))
        .contains("networkErrHttpUrlNotFound", "0x00200194", "amp", "web-eu", "SPIKE");
    assertThat(tab.text("#series .said")).contains("within 60 minutes, limit", "usual");
    assertThat(tab.evaluate("location.hash").asText()).isEqualTo("#/series/1");
    assertThat(tab.evaluate("document.querySelectorAll('#series .spike').length").asInt())
        .isEqualTo(1);
    assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("series");
    tab.until("document.querySelector('#series .reading')");
    assertThat(tab.text("#series .reading")).contains("Azure Media Player");
    focus("#series a");
    tab.press("Enter");
    tab.until("document.activeElement.getAttribute('href') === '#/series/1'");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void what_is_in_hand_is_said_to_be_what_it_is_and_stays_readable() {
    try (SampleBot handled = new SampleBot(HttpSettings.onLoopback(0))) {
      SeriesDesk desk = new SeriesDesk(handled.occurrences);
      desk.act(1, Deed.acknowledge(), "", SampleCommands.ORIGIN);
      desk.act(2, Deed.mute(Mute.untilAbove(60)), "", SampleCommands.ORIGIN);

      tab.goTo(handled.url());
      tab.until("document.querySelectorAll('#recurring .row').length === 2");

      assertThat(tab.text("#recurring .row:nth-child(1)"))
          .contains("acknowledged")
          .doesNotContain("muted");
      assertThat(tab.text("#recurring .row:nth-child(2)"))
          .contains("muted")
          .doesNotContain("acknowledged");
      assertThat(
              tab.evaluate(
                      "[...document.querySelectorAll('#recurring .row')]"
                          + ".every((row) => getComputedStyle(row).opacity === '1')")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void the_page_of_an_error_is_read_by_keyboard_alone_over_any_window() {
    open("#/series/1?window=24h");
    tab.until("document.querySelectorAll('#series .chart rect.bar').length === 24");
    focus("#series .chart");
    tab.press("ArrowLeft");
    String last = tab.text("#series .chart-says");
    tab.press("ArrowLeft");
    String before = tab.text("#series .chart-says");
    focus("#series .windows a:last-child");
    tab.press("Enter");
    tab.until("document.querySelectorAll('#series .chart rect.bar').length === 90");

    // The sample counts 400 in the half hour before now, and 10 to 29 in every hour before.
    assertThat(last).endsWith(": 400");
    assertThat(before).matches(".*: [12][0-9]");
    assertThat(tab.evaluate("location.hash").asText()).isEqualTo("#/series/1?window=90d");
    assertThat(tab.evaluate("document.querySelector('.windows [aria-current]').textContent"))
        .hasToString("\"90d\"");
  }

  @Test
  void a_code_that_looks_like_markup_stays_a_text_on_its_page() {
    open("#/series/2");
    tab.until("document.querySelector('#series .lines pre')");

    assertThat(tab.text("#series .series-head h2")).isEqualTo(HOSTILE);
    assertThat(tab.text("#series .lines pre")).contains(HOSTILE);
    assertThat(tab.evaluate("typeof window.ran").asText()).isEqualTo("undefined");
  }

  @Test
  void the_page_of_an_error_fits_a_phone_and_names_what_takes_input() {
    tab.size(360, 740);
    open("#/series/1");
    tab.until("document.querySelectorAll('#series .chart rect.bar').length === 168");

    assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    assertThat(
            tab.evaluate(
                    "[...document.querySelectorAll('#series :is(button, input, select, a, [tabindex])')]"
                        + ".filter(e => !(e.textContent.trim() || e.ariaLabel)).length")
                .asInt())
        .isZero();
  }

  @Test
  void an_error_that_is_not_known_is_told_and_the_way_back_leads_to_the_chat() {
    open("#/series/999");
    tab.until("document.querySelector('#series [role=alert]')");
    String told = tab.text("#series [role=alert]");
    focus("#series a");
    tab.press("Enter");
    tab.until("document.activeElement.id === 'log'");

    assertThat(told).contains("There is no series 999.");
    assertThat(tab.evaluate("document.getElementById('series').hidden").asBoolean()).isTrue();
  }

  private void open(String hash) {
    tab.evaluate("location.hash = " + Tab.quoted(hash));
  }

  /** How often the command that the foreign page tries has run. */
  private String counted() throws IOException {
    return metric("amserr_commands_seconds_count{command=\"/errors\"");
  }

  private String metric(String start) throws IOException {
    return RawHttp.get(bot.port(), "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(start))
        .collect(Collectors.joining("\n"));
  }
}
