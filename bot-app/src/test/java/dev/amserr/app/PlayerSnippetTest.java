package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.console.Browser;
import dev.amserr.app.console.Site;
import dev.amserr.app.console.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code player.js} in a real browser, on a page of another site than the bot's. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PlayerSnippetTest {

  /** Each player with no more of its interface than its documentation promises. */
  private static final String PLAYERS =
      """
      const emitter = () => {
        const heard = {};
        return {
          on(name, f) { (heard[name] ??= []).push(f); },
          off(name, f) { heard[name] = (heard[name] ?? []).filter((one) => one !== f); },
          emit(name, ...told) { (heard[name] ?? []).forEach((f) => f(...told)); },
        };
      };
      window.players = () => {
        const amp = emitter();
        Object.assign(amp, { addEventListener: amp.on, removeEventListener: amp.off,
          currentTechName: () => 'AzureHtml5JS', error: () => ({ code: 0x20200194 }) });
        const vjs = Object.assign(emitter(), { error: () => ({ code: 2 }) });
        const hls = Object.assign(emitter(), { loadSource() {}, attachMedia() {} });
        const shaka = Object.assign(new EventTarget(), { getNetworkingEngine() {} });
        const dash = Object.assign(emitter(), { attachSource() {}, attachView() {} });
        const video = document.createElement('video');
        return {
          amp: [amp, () => amp.emit('error')],
          videojs: [vjs, () => vjs.emit('error')],
          hls: [hls, () => hls.emit('hlsError', 'hlsError', { details: 'fragLoadError' })],
          shaka: [shaka, () => shaka.dispatchEvent(
            Object.assign(new Event('error'), { detail: { code: 1001 } }))],
          dash: [dash, () => dash.emit('error', { error: { code: 27, message: 'x' } })],
          video: [video, () => {}],
        };
      };
      """;

  @TempDir Path folder;

  @Test
  void errors_of_every_kind_of_player_are_counted_and_a_storm_is_one_request() throws Exception {
    Path chromium = Browser.required();
    try (Site site = new Site("<link rel=icon href=data:,><script>" + PLAYERS + "</script>");
        TestBot bot = TestBot.start(configured(site), Map.of());
        Browser browser = Browser.start(chromium);
        Tab tab = browser.open(site.url())) {

      tab.evaluate(
          "(async () => { const { watch } = await import("
              + Tab.quoted(bot.url("/player.js").toString())
              + "); let sent = 0; const send = navigator.sendBeacon.bind(navigator);"
              + " navigator.sendBeacon = (...all) => { sent += 1; return send(...all); };"
              + " const watching = []; const all = players();"
              + " for (const [player, fail] of Object.values(all)) {"
              + " watching.push(watch(player)); fail(); }"
              + " for (let i = 0; i < 5000; i += 1) all.shaka[1]();"
              + " all.video[0].src = 'data:video/mp4;base64,AAAA';"
              + " await new Promise((done) => all.video[0].addEventListener('error', done));"
              + " watching.forEach((one) => one.stop()); window.sent = sent; })()");
      Map<String, Integer> counts = untilCounted(bot, 6);

      assertThat(counts)
          .isEqualTo(
              Map.of(
                  "0x00200194", 1,
                  "video.js:2", 1,
                  "hls.js:fragLoadError", 1,
                  "shaka:1001", 1_000,
                  "dash.js:27", 1,
                  "html5:4", 1));
      assertThat(tab.evaluate("window.sent").asInt()).isEqualTo(6);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  /** Asks until so many series are counted; each question takes its time. */
  private static Map<String, Integer> untilCounted(TestBot bot, int series) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    while (counts.size() < series) {
      JsonNode answer = new ObjectMapper().readTree(bot.get("/api/v1/series").body());
      for (JsonNode one : answer.path("series")) {
        assertThat(one.path("source").asText()).isEqualTo("localhost");
        counts.put(one.path("code").asText(), one.path("count").asInt());
      }
    }
    return counts;
  }

  private Path configured(Site site) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/amserr.yaml"),
        "ingest: {beacon: {enabled: true, origins: ['" + site.origin() + "']}}");
    return folder;
  }
}
