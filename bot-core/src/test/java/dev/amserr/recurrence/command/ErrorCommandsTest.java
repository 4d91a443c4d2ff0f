package dev.amserr.recurrence.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.CommandRegistry;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.dispatch.Desk;
import dev.amserr.command.reply.Reply;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Ownership;
import dev.amserr.recurrence.BatchBuilder;
import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.Detector;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.InMemoryOccurrenceStore;
import dev.amserr.recurrence.Mute;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.ResolvedCode;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.SealedIds;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesCharts;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.SeriesWords;
import dev.amserr.recurrence.Sheds;
import dev.amserr.storage.AuditEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorCommandsTest {

  private static final Instant NOW = SampleCommands.NOW;
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());
  private static final SealedIds IDS = new SealedIds(new byte[] {1, 2, 3});
  private static final SeriesKey KEY = new SeriesKey("amp", "0x00200194", "web-eu");

  private final InMemoryOccurrenceStore store =
      new InMemoryOccurrenceStore(UTC, new SplittableRandom(1), 100);
  private final SeriesResolver resolver = new SeriesResolver(() -> DECODER);
  private final List<Chart> drawn = new ArrayList<>();
  private final SeriesCharts charts = new SeriesCharts(store, new ChartsInMemory(), UTC, IDS);
  private final Desk desk = desk();

  private final class ChartsInMemory implements ChartRenderer {
    @Override
    public boolean canDraw() {
      return true;
    }

    @Override
    public byte[] draw(Chart chart, Theme theme) {
      drawn.add(chart);
      return new byte[] {1};
    }
  }

  private Desk desk() {
    CommandRegistry.Builder commands =
        CommandRegistry.builder()
            .autocomplete("code", (typed, call) -> List.of())
            .autocomplete("system", (typed, call) -> List.of());
    new ErrorCommands(
            store,
            resolver,
            () -> DECODER,
            (reading, at) -> new Ownership.Unowned("Nobody owns " + reading.label() + "."),
            charts,
            series -> Optional.of(URI.create("https://amserr.example.com/#/series/" + series.id())))
        .register(commands);
    Desk made = new Desk(commands);
    made.members.addAll(List.of("u1", "ana", "ben"));
    return made;
  }

  @Test
  void the_top_lists_what_is_most_frequent_against_the_window_before() {
    report("0x20200194", "web-eu", NOW.minus(Duration.ofHours(1)), 30);
    report("0x20200194", "web-eu", NOW.minus(Duration.ofHours(30)), 12);
    report("zzgrblfx", "tv", NOW.minus(Duration.ofHours(2)), 4);

    String top = say("/errors top 24h");

    assertThat(top)
        .contains("Errors of the last 24 h")
        .contains("34 (×2.83)")
        .contains("networkErrHttpUrlNotFound")
        .contains("0x00200194")
        .contains("web-eu · 30 (×2.5)")
        .contains("zzgrblfx")
        .contains("tv · 4 (0 before)");
  }

  @Test
  void the_top_can_be_of_one_source_or_system() {
    report("0x20200194", "web-eu", NOW, 3);
    report("404", "cdn", NOW, 3);

    assertThat(say("/errors top 7d source:cdn")).contains("Not Found").doesNotContain("web-eu");
    assertThat(say("/errors top system:amp")).contains("web-eu").doesNotContain("cdn");
    assertThat(say("/errors top system:\"azure media player\"")).contains("web-eu");
    assertThat(say("/errors top system:hresul")).contains("Did you mean hresult");
  }

  @Test
  void a_window_is_titled_as_long_as_it_is() {
    report("404", "cdn", NOW, 3);

    assertThat(say("/errors top 36h")).contains("Errors of the last 36 h");
    assertThat(say("/errors sources 90m")).contains("Sources of the last 90 min");
  }

  @Test
  void an_empty_list_of_one_source_or_system_says_so_of_that_alone() {
    report("404", "cdn", NOW.minus(Duration.ofHours(30)), 3);
    report("0x20200194", "web-eu", NOW, 3);

    assertThat(say("/errors top source:nope"))
        .contains("Nobody reports as nope", "/errors sources lists who does.")
        .doesNotContain("No errors");
    assertThat(say("/errors top source:web-au"))
        .contains("Nobody reports as web-au", "Did you mean web-eu?");
    assertThat(say("/errors top source:cdn"))
        .contains("No errors from cdn in the last 24 h", "It last reported one ")
        .doesNotContain("Nobody");
    assertThat(say("/errors top 36h source:web-eu system:http"))
        .contains("from web-eu in the last 36 h")
        .doesNotContain("Nobody");
    assertThat(say("/errors top 90m system:http"))
        .contains("No errors of ", "in the last 90 min", "/errors top lists those of every system.")
        .doesNotContain("Nobody");
  }

  @Test
  void where_nothing_was_reported_the_top_says_so() {
    assertThat(say("/errors top")).contains("No errors in the last 24 h");
    assertThat(say("/errors sources")).contains("No errors in the last 24 h");
  }

  @Test
  void an_error_is_shown_in_full_by_any_of_its_spellings() {
    report("0x20200194", "web-eu", NOW.minus(Duration.ofMinutes(10)), 40);
    new Detector(store, UTC, series -> false).evaluate(NOW);

    for (String line :
        List.of("/errors show 538968468", "/errors show networkErrHttpUrlNotFound")) {
      assertThat(say(line))
          .contains("networkErrHttpUrlNotFound · web-eu")
          .contains("The server answered HTTP 404")
          .contains("SPIKE since")
          .contains("40 within 60 minutes, limit 10, usual 0")
          .contains("NEW: first seen Mon 2026-03-09 13:20 UTC")
          .contains("Nobody owns networkErrHttpUrlNotFound.")
          .containsPattern("last 24 hours +40")
          .contains("the manifest is gone")
          .contains("tech AzureHtml5JS (2)");
    }
  }

  @Test
  void a_first_word_that_is_no_subcommand_is_a_code_and_none_is_the_top() {
    report("0x20200194", "web-eu", NOW, 1);

    assertThat(say("/errors 0x20200194")).isEqualTo(say("/errors show 0x20200194"));
    assertThat(say("/errors")).isEqualTo(say("/errors top"));
  }

  @Test
  void a_text_that_does_not_decode_is_found_as_it_is_shown() {
    store.commit(
        List.of(
            new BatchBuilder(null, NOW)
                .add(Occurrence.of("404", "shop"), ResolvedCode.ofText("checkout:404"), null)
                .build()),
        Sheds.NONE,
        NOW);

    assertThat(say("/errors show checkout:404")).contains("checkout:404 · shop");
  }

  @Test
  void a_code_that_was_counted_in_another_system_than_its_best_one_is_found() {
    report("404", "ams-rest", "api", NOW, 4);

    assertThat(say("/errors show 404")).contains("api").contains("Azure Media Services");
    assertThat(say("/errors ack 404")).contains("Done");

    report("404", "http", "cdn", NOW, 3);
    assertThat(say("/errors show 404")).contains("cdn").doesNotContain("api");
    assertThat(say("/errors show 404 system:ams-rest")).contains("api").doesNotContain("cdn");
    assertThat(say("/errors show 404 system:win32")).contains("No occurrences of 404");
  }

  @Test
  void an_error_leads_to_its_page() {
    report("0x20200194", "web-eu", NOW, 1);

    assertThat(reply("/errors show 0x20200194").cards().get(0).link())
        .contains(URI.create("https://amserr.example.com/#/series/" + series().id()));
  }

  @Test
  void a_series_is_named_by_its_number_too() {
    report("0x20200194", "web-eu", NOW, 1);
    report("0x20200194", "tv", NOW, 1);
    long number = series().id();

    assertThat(say("/errors show series#" + number)).contains("web-eu").doesNotContain("tv");
    assertThat(say("/errors show series#99")).contains("No occurrences of series#99");
  }

  @Test
  void what_nobody_reported_is_told_with_what_to_do_next() {
    report("0x20200194", "web-eu", NOW, 1);

    assertThat(say("/errors show 404")).contains("No occurrences of 404").contains("/errors top");
    assertThat(say("/errors show 0x20200194 source:tv")).contains("It was reported by web-eu.");
  }

  @Test
  void acknowledging_is_done_once_and_stands_in_history_and_audit() {
    report("0x20200194", "web-eu", NOW, 1);

    String first = say("/errors ack 0x20200194 reason:\"known CDN fault\"");
    String second = say("/errors ack 0x20200194");

    assertThat(first).contains("Done").contains("acknowledged by Ana Ruiz");
    assertThat(second).contains("Already done").contains("acknowledged by Ana Ruiz");
    assertThat(store.audit())
        .containsExactly(
            new AuditEntry(
                NOW,
                "console",
                "u1",
                "Ana Ruiz",
                "errors.ack",
                "amp:0x00200194@web-eu",
                "known CDN fault",
                "{\"status\":\"open\",\"by\":\"\",\"mute\":\"\"}",
                "{\"status\":\"acknowledged\",\"by\":\"console:u1\",\"mute\":\"\"}"));
    assertThat(say("/errors history 0x20200194"))
        .contains("acknowledged by Ana Ruiz (known CDN fault)");
    assertThat(say("/errors top")).contains("Acknowledged or muted: networkErrHttpUrlNotFound");
  }

  @Test
  void what_begins_after_an_acknowledgement_can_be_acknowledged_again() {
    report("0x20200194", "web-eu", NOW.minus(Duration.ofHours(3)), 1);
    say("/errors ack 0x20200194");
    Instant later = NOW.plus(Duration.ofMinutes(5));
    report("0x20200194", "web-eu", later, 200);
    Instant asked = later.plus(Duration.ofMinutes(1));
    new Detector(store, UTC, series -> false).evaluate(asked);

    String top = say("/errors top", asked);
    String again = say("/errors ack 0x20200194", asked);

    assertThat(top).doesNotContain("Acknowledged or muted").contains("SPIKE");
    assertThat(again).contains("Done");
  }

  @Test
  void of_two_people_who_press_the_button_at_once_one_does_it() throws Exception {
    report("0x20200194", "web-eu", NOW, 1);
    String button = Desk.buttons(reply("/errors show 0x20200194")).get(0);
    List<Callable<Reply>> clicks =
        List.of(
            () -> desk.dispatcher.click(button, List.of(), Desk.origin("ana", NOW)),
            () -> desk.dispatcher.click(button, List.of(), Desk.origin("ben", NOW)));
    ExecutorService threads = Executors.newFixedThreadPool(2);

    List<String> answers = new ArrayList<>();
    try {
      for (Future<Reply> answer : threads.invokeAll(clicks, 60, TimeUnit.SECONDS)) {
        answers.add(Desk.plain(answer.get()));
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(answers).filteredOn(answer -> answer.contains("Done")).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.contains("Already done")).hasSize(1);
    assertThat(store.audit()).hasSize(1);
    assertThat(series().handling().version()).isEqualTo(1);
  }

  @Test
  void an_error_is_muted_until_a_time_until_it_gets_worse_or_not_any_more() {
    report("0x20200194", "web-eu", NOW.minus(Duration.ofHours(2)), 40);

    say("/errors mute 0x20200194 until:+8h");
    Mute until = series().handling().mute();
    String worse = say("/errors mute 0x20200194 worse");
    Mute above = series().handling().mute();
    say("/errors mute 0x20200194 off");
    Mute off = series().handling().mute();

    assertThat(until).isEqualTo(Mute.until(NOW.plus(Duration.ofHours(8))));
    assertThat(above).isEqualTo(Mute.untilAbove(60));
    assertThat(worse).contains("muted until more than 60 within 60 minutes");
    assertThat(off).isEqualTo(Mute.off());
    assertThat(store.audit()).extracting(AuditEntry::action).containsOnly("errors.mute").hasSize(3);
  }

  @Test
  void the_end_of_a_mute_stands_in_the_history_as_a_time_of_the_reader() {
    report("0x20200194", "web-eu", NOW, 1);

    say("/errors mute 0x20200194 until:+8h reason:planned", NOW.plusNanos(15_877_764_061L));

    assertThat(SeriesWords.eventText(store.events(series().id(), 1).get(0)))
        .isEqualTo("muted by ana (until 2026-03-09T21:30:00Z: planned)");
    assertThat(say("/errors history 0x20200194"))
        .contains("muted by ana (until Mon 2026-03-09 21:30 UTC: planned)");
  }

  @Test
  void a_mute_that_says_no_time_or_two_is_asked_about() {
    report("0x20200194", "web-eu", NOW, 1);

    assertThat(say("/errors mute 0x20200194")).contains("Until when?");
    assertThat(say("/errors mute 0x20200194 worse until:+8h")).contains("Until when?");
    assertThat(say("/errors mute 0x20200194 until:-8h")).contains("That is over");
    assertThat(store.audit()).isEmpty();
  }

  @Test
  void the_menu_mutes_for_the_chosen_time() {
    report("0x20200194", "web-eu", NOW, 1);
    String menu = Desk.buttons(reply("/errors show 0x20200194")).get(2);

    desk.dispatcher.click(menu, List.of("PT24H"), Desk.origin("ana", NOW));

    assertThat(series().handling().mute()).isEqualTo(Mute.until(NOW.plus(Duration.ofHours(24))));
  }

  @Test
  void resolving_keeps_who_did_it_through_a_mute() {
    report("0x20200194", "web-eu", NOW, 1);

    say("/errors resolve 0x20200194");
    say("/errors mute 0x20200194 worse");

    Handling handling = series().handling();
    assertThat(handling.status()).isEqualTo(Handling.Status.RESOLVED);
    assertThat(handling.by()).isEqualTo("console:u1");
    assertThat(handling.at()).isEqualTo(NOW);
  }

  @Test
  void a_deed_is_done_to_the_code_from_every_source_unless_one_is_named() {
    report("0x20200194", "web-eu", NOW, 1);
    report("0x20200194", "web-us", NOW, 1);
    report("0x20200194", "tv", NOW, 1);

    say("/errors ack 0x20200194 source:tv");
    int one = store.audit().size();
    say("/errors ack 0x20200194");

    assertThat(one).isEqualTo(1);
    assertThat(store.audit()).hasSize(3);
  }

  @Test
  void people_outside_of_the_rosters_only_look() {
    report("0x20200194", "web-eu", NOW, 1);
    desk.members.clear();
    String button = Desk.buttons(reply("/errors show 0x20200194")).get(0);

    assertThat(say("/errors ack 0x20200194")).contains("Only people in a roster may");
    assertThat(Desk.plain(desk.dispatcher.click(button, List.of(), Desk.origin("eve", NOW))))
        .contains("Only people in a roster may");
    assertThat(store.audit()).isEmpty();
  }

  @Test
  void sources_are_listed_with_their_rate_of_plays() {
    report("0x20200194", "web-eu", NOW, 15);
    store.commit(
        List.of(new BatchBuilder(null, NOW).addPlays("web-eu", NOW, 1_000).build()),
        Sheds.NONE,
        NOW);
    report("404", "cdn", NOW, 2);

    assertThat(say("/errors sources"))
        .containsPattern("web-eu .*1 .*15 .*1.5 %")
        .containsPattern("cdn .*1 .*2 .*unknown");
  }

  @Test
  void the_picture_of_an_error_can_be_drawn_again_by_its_id() {
    report("0x20200194", "web-eu", NOW, 15);
    String id = charts.image(series(), 24, NOW, ChartRenderer.Theme.LIGHT).orElseThrow().id();

    assertThat(charts.png(id)).isPresent();
    assertThat(id).startsWith("series-");
    assertThat(charts.png(id.substring(0, id.lastIndexOf('-')))).isEmpty();
    assertThat(charts.png(IDS.seal("series-999-1-24-light"))).isEmpty();
    assertThat(charts.png(IDS.seal("series-1-1-0-light"))).isEmpty();
    assertThat(charts.png(IDS.seal("other"))).isEmpty();
    assertThat(drawn).hasSize(1);
    assertThat(drawn.get(0).layers().get(0).counts()).hasSize(24).endsWith(15L);
    assertThat(drawn.get(0).start()).isEqualTo(Instant.parse("2026-03-08T14:00:00Z"));
  }

  private String say(String line) {
    return Desk.plain(reply(line));
  }

  private String say(String line, Instant at) {
    return Desk.plain(desk.dispatcher.dispatch(line, Desk.origin("ana", at)));
  }

  private Reply reply(String line) {
    return desk.say(line);
  }

  private Series series() {
    return store.find(KEY).orElseThrow();
  }

  private void report(String code, String source, Instant at, long count) {
    report(code, null, source, at, count);
  }

  private void report(String code, @Nullable String system, String source, Instant at, long count) {
    Occurrence occurrence =
        new Occurrence(code, system, source, at, count, "the manifest is gone", null, null);
    ResolvedCode resolved = resolver.resolve(code, system);
    store.commit(
        List.of(
            new BatchBuilder(null, at)
                .add(occurrence, resolved, Sample.of(occurrence, at, resolved).orElse(null))
                .build()),
        Sheds.NONE,
        at);
  }
}
