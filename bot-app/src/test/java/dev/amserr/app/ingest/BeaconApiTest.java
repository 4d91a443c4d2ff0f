package dev.amserr.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.config.IngestSettings;
import dev.amserr.app.http.RawHttp;
import dev.amserr.recurrence.InMemoryOccurrenceStore;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeaconApiTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:34:56Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String PAGE = "Origin: https://watch.example.com";
  private static final String TEXT = "Content-Type: text/plain;charset=UTF-8";

  private final InMemoryOccurrenceStore store =
      new InMemoryOccurrenceStore(CountingBot.ZONE, new SplittableRandom(1), 50_000);
  private CountingBot bot;

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void a_report_of_a_configured_page_writes_counts_and_nothing_else() throws IOException {
    start(true, 60);

    RawHttp.Response response =
        send(
            """
            {"events": [{"code": "0x20200194", "system": "amp", "count": 3, "source": "forged",
                         "message": "secret", "session": "s", "at": "2020-01-01T00:00:00Z"}]}
            """,
            PAGE);

    Series series =
        store.find(new SeriesKey("amp", "0x00200194", "watch.example.com")).orElseThrow();
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.header("Access-Control-Allow-Origin"))
        .hasValue("https://watch.example.com");
    assertThat(series.firstSeen()).isEqualTo(NOW);
    assertThat(store.samples(series.id()))
        .allSatisfy(sample -> assertThat(sample.message() + sample.session()).isEmpty())
        .extracting(Sample::text)
        .containsOnly("0x20200194");
  }

  @Test
  void codes_that_no_catalog_has_are_counted_together() throws IOException {
    start(true, 60);

    send(
        "{\"events\":[{\"code\":\"my own text\"},{\"code\":\"another\",\"count\":99999999}]}",
        PAGE);

    Series series =
        store.find(SeriesKey.ofText(BeaconApi.UNKNOWN, "watch.example.com")).orElseThrow();
    assertThat(store.recent(NOW.plusSeconds(4)))
        .singleElement()
        .satisfies(count -> assertThat(count.series()).isEqualTo(series.id()))
        .satisfies(count -> assertThat(count.c60()).isEqualTo(1 + 1_000));
  }

  @Test
  void other_pages_and_programs_without_a_page_are_refused() throws IOException {
    start(true, 60);

    assertThat(send("{\"events\":[]}", "Origin: https://evil.example").status()).isEqualTo(403);
    assertThat(send("{\"events\":[]}").status()).isEqualTo(403);
    assertThat(send("{\"events\":[]}", "Origin: null").status()).isEqualTo(403);
  }

  @Test
  void an_address_may_send_so_often_in_a_minute() throws IOException {
    start(true, 2);

    send("{\"events\":[]}", PAGE);
    send("{\"events\":[]}", PAGE);
    RawHttp.Response third = send("{\"events\":[]}", PAGE);

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("Retry-After")).hasValue("60");
  }

  @Test
  void a_beacon_that_is_off_takes_nothing() throws IOException {
    start(false, 60);

    assertThat(send("{\"events\":[{\"code\":\"x\"}]}", PAGE).status()).isEqualTo(404);
  }

  @Test
  void a_report_that_is_too_long_or_no_report_is_refused() throws IOException {
    start(true, 60);

    assertThat(send("{\"events\":\"" + "x".repeat(20_000) + "\"}", PAGE).status())
        .isEqualTo(413);
    assertThat(send("[]", PAGE).status()).isEqualTo(400);
    assertThat(send("no json", PAGE).status()).isEqualTo(400);
  }

  @Test
  void the_snippet_is_a_module_that_every_page_may_load() throws IOException {
    start(true, 60);

    RawHttp.Response response = RawHttp.get(bot.port(), "/player.js", PAGE);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).hasValueSatisfying(
        type -> assertThat(type).startsWith("text/javascript"));
    assertThat(response.header("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(response.header("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
    assertThat(response.body()).contains("export function watch(").contains("sendBeacon");
  }

  private void start(boolean enabled, int perMinute) {
    IngestSettings settings =
        new IngestSettings(
            List.of(),
            false,
            new IngestSettings.BeaconSettings(
                enabled, List.of("https://watch.example.com"), perMinute));
    bot = new CountingBot(store, CLOCK, () -> settings);
  }

  private RawHttp.Response send(String body, String... headers) throws IOException {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = TEXT;
    return RawHttp.post(bot.port(), "/api/v1/beacon", body, all);
  }
}
