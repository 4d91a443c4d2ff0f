package dev.amserr.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.amserr.app.http.BearerToken;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserTest {

  private static final String ANSWERED =
      "document.querySelector('.entry:last-child .reply') && !document.querySelector('.waiting')";

  private SampleBot bot;
  private Browser browser;
  private Tab tab;

  @BeforeAll
  void start() throws IOException {
    Optional<Path> chromium = Browser.installed();
    boolean mustRun = "true".equals(System.getenv("CI"));
    assumeThat(chromium.isPresent() || mustRun)
        .as("Skipped: no Chromium on this machine (apt-get install chromium)")
        .isTrue();
    assertThat(chromium).as("CI runs the browser tests: install chromium").isPresent();
    bot = new SampleBot(HttpSettings.onLoopback(0));
    browser = Browser.start(chromium.orElseThrow());
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (bot != null) {
      bot.close();
    }
  }

  @BeforeEach
  void open() throws IOException, InterruptedException {
    tab = browser.open(bot.url());
    tab.until("document.querySelectorAll('.example').length > 0");
  }

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void a_code_is_explained_on_a_card() {
    focus("#line");
    tab.type("/amserr 0x8088002E");
    tab.press("Enter");
    tab.until(ANSWERED);

    assertThat(tab.text(".entry .card"))
        .contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND", "IIS Media Services management", "404");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void a_pasted_text_that_is_no_command_is_decoded() {
    focus("#line");
    tab.type("player said 0x20200194\nand gave up");
    tab.press("Enter");
    tab.until(ANSWERED);

    assertThat(tab.text(".entry .card")).contains("networkErrHttpUrlNotFound");
  }

  @Test
  void everything_works_by_keyboard_alone() {
    tab.evaluate("document.activeElement.blur()");
    tab.press("Tab");
    String first = tab.evaluate("document.activeElement.textContent").asText();
    tab.press("Enter");
    tab.until("document.activeElement.id === 'line'");
    tab.type("/onc");
    tab.until("!document.getElementById('completions').hidden");
    tab.press("ArrowDown");
    String active =
        tab.evaluate(
                "document.getElementById(document.getElementById('line')"
                    + ".getAttribute('aria-activedescendant')).textContent")
            .asText();
    tab.press("Enter");
    tab.type("cover player");
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
    tab.until("document.querySelector('.card.tone-good')?.textContent.includes('Ana covers')");

    assertThat(first).isEqualTo("Skip to the command line");
    assertThat(active).contains("/oncall");
    assertThat(button).isEqualTo("Confirm");
    assertThat(tab.text(".log .entry .card")).contains("Ana covers until Tuesday");
    assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("line");
  }

  @Test
  void arrow_up_brings_earlier_commands_back() {
    focus("#line");
    tab.type("/errors");
    tab.press("Enter");
    tab.until(ANSWERED);
    tab.type("unfinished");
    tab.press("ArrowUp");
    String earlier = tab.evaluate("document.getElementById('line').value").asText();
    tab.press("ArrowDown");
    String draft = tab.evaluate("document.getElementById('line').value").asText();

    assertThat(earlier).isEqualTo("/errors");
    assertThat(draft).isEqualTo("unfinished");
  }

  @Test
  void a_script_in_pasted_text_does_not_run() {
    String script =
        "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>"
            + "<a href=\"javascript:window.ran=1\">404</a>";
    focus("#line");
    tab.type("/codes search " + script);
    tab.press("Escape");
    tab.press("Enter");
    tab.until(ANSWERED);
    focus("#code");
    tab.type(script);
    tab.until("document.querySelector('#decode-state').textContent !== 'Answers while you type.'");

    assertThat(tab.text(".entry .asked")).contains(script);
    assertThat(tab.text(".entry .sentence")).contains(script);
    assertThat(tab.evaluate("typeof window.ran").asText()).isEqualTo("undefined");
    assertThat(tab.evaluate("document.querySelectorAll('#log img, #log script').length").asInt())
        .isZero();
  }

  @Test
  void the_page_itself_could_not_make_markup_of_text() {
    String refused =
        tab.evaluate(
                "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'done'; }"
                    + " catch (e) { return e.name; } })()")
            .asText();

    assertThat(refused).isEqualTo("TypeError");
  }

  @Test
  void the_decode_box_answers_while_somebody_types() {
    focus("#code");
    tab.type("0x20200194");
    tab.until("document.querySelector('.reading')");
    String reading = tab.text("#readings");
    tab.type(" and 0x8088002E");
    tab.until("document.querySelectorAll('.reading').length === 2");

    assertThat(reading).contains("networkErrHttpUrlNotFound", "Azure Media Player");
    assertThat(tab.text("#decode-state")).isEqualTo("2 codes.");
  }

  @Test
  void the_page_fits_a_phone() {
    tab.size(360, 740);
    for (String command : new String[] {"/codes systems", "/errors", "/amserr 0x8088002E"}) {
      focus("#line");
      tab.type(command);
      tab.press("Escape");
      tab.press("Enter");
      tab.until(ANSWERED);
    }

    assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    assertThat(tab.evaluate("document.getElementById('log').scrollWidth").asInt())
        .isLessThanOrEqualTo(tab.evaluate("document.getElementById('log').clientWidth").asInt());
  }

  @Test
  void the_page_is_dark_where_the_reader_prefers_it_and_where_they_switch() {
    String background = "getComputedStyle(document.body).backgroundColor";
    tab.prefer("light");
    String light = tab.evaluate(background).asText();
    tab.prefer("dark");
    String dark = tab.evaluate(background).asText();
    tab.evaluate("document.getElementById('theme').click()");
    String switched = tab.evaluate(background).asText();
    tab.evaluate("localStorage.clear()");

    assertThat(dark).isNotEqualTo(light);
    assertThat(switched).isEqualTo(light);
  }

  @Test
  void a_screen_reader_finds_names_for_everything_that_takes_input() {
    String nameless =
        tab.evaluate(
                "[...document.querySelectorAll('button, textarea, input, select, a')].filter(e =>"
                    + " !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).map(e =>"
                    + " e.outerHTML).join()")
            .asText();

    assertThat(nameless).isEmpty();
    assertThat(tab.evaluate("document.getElementById('log').getAttribute('aria-live')").asText())
        .isEqualTo("polite");
    assertThat(tab.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
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
      page.evaluate("document.querySelector('.example').click()");
      page.until(ANSWERED);

      assertThat(page.text(".entry .card")).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
      assertThat(page.evaluate("document.getElementById('token-dialog').open").asBoolean())
          .isFalse();
    }
  }

  @Test
  void a_foreign_page_in_the_same_browser_can_do_nothing() throws Exception {
    HttpServer foreign = foreignPage();
    try (Tab page =
        browser.open(URI.create("http://localhost:" + foreign.getAddress().getPort() + "/"))) {
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
    } finally {
      foreign.stop(0);
    }
  }

  @Test
  void a_rebound_name_gets_no_page_at_all() throws Exception {
    URI rebound = URI.create("http://" + Browser.REBOUND + ":" + bot.port() + "/");
    try (Tab page = browser.open(rebound)) {
      assertThat(page.text("body")).contains("The Host header does not name this bot");
    }
  }

  private static HttpServer foreignPage() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = "<!DOCTYPE html><title>foreign</title>".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
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

  private void focus(String selector) {
    tab.evaluate("document.querySelector('" + selector + "').focus()");
  }
}
