package dev.amserr.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the console does in a real browser, whatever program serves it.
 *
 * <p>Skipped where there is no Chromium, but never under {@code CI=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConsoleContract {

  static final String ANSWERED =
      "document.querySelector('.entry:last-child .reply') && !document.querySelector('.waiting')";

  Browser browser;
  Tab tab;

  /** Starts the program; its console is then at {@link #console()}. */
  protected abstract void startProgram() throws Exception;

  protected abstract void stopProgram() throws Exception;

  /** The address of the console's page. */
  protected abstract URI console();

  /** The page that a test looks at. */
  protected final Tab tab() {
    return tab;
  }

  @BeforeAll
  final void start() throws Exception {
    Path chromium = Browser.required();
    startProgram();
    browser = Browser.start(chromium);
  }

  @AfterAll
  final void stop() throws Exception {
    if (browser != null) {
      browser.close();
      stopProgram();
    }
  }

  @BeforeEach
  final void open() throws IOException, InterruptedException {
    tab = browser.open(console());
    tab.until("document.querySelectorAll('.example').length > 0");
  }

  @AfterEach
  final void close() {
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
    assertThat(tab.text(".entry .reply")).contains(script);
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
  void arrow_up_brings_earlier_commands_back() {
    focus("#line");
    tab.type("/codes systems");
    tab.press("Enter");
    tab.until(ANSWERED);
    tab.type("unfinished");
    tab.press("ArrowUp");
    String earlier = tab.evaluate("document.getElementById('line').value").asText();
    tab.press("ArrowDown");
    String draft = tab.evaluate("document.getElementById('line').value").asText();

    assertThat(earlier).isEqualTo("/codes systems");
    assertThat(draft).isEqualTo("unfinished");
  }

  @Test
  void the_page_fits_a_phone() {
    tab.size(360, 740);
    for (String command : new String[] {"/codes systems", "/amserr 0x8088002E"}) {
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
  void a_code_is_explained_by_keyboard_alone() {
    tab.evaluate("document.activeElement.blur()");
    tab.press("Tab");
    String first = tab.evaluate("document.activeElement.textContent").asText();
    tab.press("Enter");
    tab.until("document.activeElement.id === 'line'");
    tab.type("/ams");
    tab.until("!document.getElementById('completions').hidden");
    tab.press("ArrowDown");
    String active =
        tab.evaluate(
                "document.getElementById(document.getElementById('line')"
                    + ".getAttribute('aria-activedescendant')).textContent")
            .asText();
    tab.press("Enter");
    tab.type("0x8088002E");
    tab.press("Escape");
    tab.press("Enter");
    tab.until(ANSWERED);

    assertThat(first).isEqualTo("Skip to the command line");
    assertThat(active).contains("/amserr");
    assertThat(tab.text(".entry .card")).contains("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
  }

  final void focus(String selector) {
    tab.evaluate("document.querySelector('" + selector + "').focus()");
  }
}
