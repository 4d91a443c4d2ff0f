package dev.amserr.app.console;

import dev.amserr.app.http.DecodeApi;
import dev.amserr.app.http.Health;
import dev.amserr.app.http.HealthApi;
import dev.amserr.app.http.HttpMetrics;
import dev.amserr.app.http.HttpServer;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.MetricsApi;
import dev.amserr.app.http.RequestIds;
import dev.amserr.app.http.Routes;
import dev.amserr.app.ingest.SeriesApi;
import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules;
import dev.amserr.command.ActionSpec;
import dev.amserr.command.Actor;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.dispatch.RateLimit;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.command.reply.Span;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.DecodingReply;
import dev.amserr.recurrence.BatchBuilder;
import dev.amserr.recurrence.Detector;
import dev.amserr.recurrence.InMemoryOccurrenceStore;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.ResolvedCode;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.Timelines;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A whole server over real catalogs and sample commands, everything else in memory. */
public final class SampleBot implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-09T13:30:00Z");

  /** A code that would be markup where markup is made of text. */
  static final String HOSTILE = "<img src=x onerror=window.ran=1>";

  private static final Mention ANA = Mention.named("Ana Ruiz");

  private final Decoder decoder = new Decoder(CatalogLoader.builtIn());
  private final HttpServer server;

  /** What was reported: the series 1, in a spike, and 2, {@link #HOSTILE}. */
  final OccurrenceStore occurrences =
      new InMemoryOccurrenceStore(ZoneOffset.UTC, new Random(7), 100);

  /** What the store is said to be; ready at first. */
  public final AtomicReference<Health> store = new AtomicReference<>(new Health.Up());

  public SampleBot(HttpSettings settings, Routes... others) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HttpMetrics metrics = new HttpMetrics(meters);
    CommandRegistry registry = registry();
    AccessRules rules =
        (rule, actor) -> new AccessRules.Denied("Only people in a roster may. Ask Ana to add you.");
    CommandDispatcher dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, new RecordsInMemory(), new ReplyCodec(id -> new byte[0])),
            rules,
            new RateLimit(6_000, 1_000),
            metrics,
            System::nanoTime);
    Visitor visitor =
        new Visitor(
            () -> new Actor("console", "operator", "Operator", Set.of()),
            ZoneOffset.UTC,
            Clock.fixed(NOW, ZoneOffset.UTC));
    List<Routes> features = new ArrayList<>(List.of(others));
    features.add(new DecodeApi(() -> decoder, metrics));
    features.add(new HealthApi(List.of(new Health.Check("store", store::get))));
    features.add(new MetricsApi(meters));
    features.add(new CommandApi(dispatcher, visitor));
    features.add(new CompletionApi(registry, dispatcher, visitor));
    features.add(new PanelApi(panels(), visitor));
    features.add(recurringErrors());
    features.add(new ConsolePage());
    server =
        HttpServer.start(
            settings, features, metrics, new RequestIds(new Random(7)), System::nanoTime);
  }

  /** Serves on the port that is given, to be looked at. */
  public static void main(String[] args) throws InterruptedException {
    HttpSettings settings = HttpSettings.onLoopback(Integer.parseInt(args[0]));
    try (SampleBot bot = new SampleBot(settings)) {
      System.out.println(bot.url());
      Thread.currentThread().join();
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private CommandRegistry registry() {
    CommandSpec oncall =
        CommandSpec.of(
                "oncall",
                "Says who is on call",
                SubcommandSpec.of(
                    "who",
                    "Who is on call now",
                    Signature.of(OptionSpec.team("team", "Which team").suggestedBy("team"))
                        .examples("/oncall player")),
                SubcommandSpec.of(
                    "cover",
                    "Takes over a shift",
                    Signature.of(
                        OptionSpec.team("team", "Which team").required().suggestedBy("team"),
                        OptionSpec.choice(
                            "level",
                            "Which level",
                            List.of(Choice.of("primary"), Choice.of("backup"))))))
            .defaultingTo("who");
    CommandSpec codes =
        CommandSpec.of(
            "codes",
            "Searches and compares error codes",
            SubcommandSpec.of(
                "search",
                "Finds codes by words",
                Signature.of(OptionSpec.text("words", "What to look for").required().restOfLine())
                    .examples("/codes search publishing point")),
            SubcommandSpec.of("systems", "Lists the systems", Signature.of()));
    return CommandRegistry.builder()
        .autocomplete(
            "team",
            (typed, unfinished) ->
                List.of("player", "origin", "encoding").stream()
                    .filter(team -> team.startsWith(typed))
                    .map(Choice::of)
                    .toList())
        .command(
            CommandSpec.of(
                    "amserr",
                    "Explains an error code",
                    Signature.of(
                            OptionSpec.code("code", "A code, or text with codes in it")
                                .required()
                                .restOfLine(),
                            OptionSpec.text("system", "Only readings of this system"),
                            OptionSpec.share())
                        .examples("/amserr 0x8088002E"))
                .textSubcommandsOf("codes"),
            call ->
                DecodingReply.of(decoder.decode(call.options().requiredText("code"))).shareable())
        .command(
            codes,
            Map.of(
                "search", call -> Reply.of("Searched " + call.options().requiredText("words")),
                "systems", call -> systems()))
        .command(
            oncall,
            Map.of("who", call -> Reply.of(onCall().build()), "cover", call -> askedForCover()))
        .command(
            CommandSpec.of(
                "errors",
                "Shows errors that keep coming back",
                Signature.of(OptionSpec.duration("window", "Over how long"))
                    .examples("/errors 24h")),
            call -> recurring())
        .command(
            CommandSpec.of(
                "mute",
                "Keeps quiet about an error",
                Signature.of(OptionSpec.code("code", "Which").required())
                    .access(AccessRule.operator())),
            call -> Reply.of("Muted."))
        .action(
            ActionSpec.once("cover"),
            click ->
                Reply.of(Card.titled("Ana covers until Tuesday").tone(Tone.GOOD).build())
                    .replacing())
        .action(
            ActionSpec.repeated("pick"),
            click -> Reply.of("You chose " + String.join(", ", click.chosen()) + "."))
        .build();
  }

  private static List<Panel> panels() {
    return List.of(
        new Panel("oncall", "On call now", () -> Reply.of(onCall().build())),
        new Panel(
            "digests", "Next digests", () -> Reply.of("No digest is configured. See digests.")));
  }

  /** Four weeks of a series, a spike at their end, and a text that nobody knows. */
  private SeriesApi recurringErrors() {
    OccurrenceStore store = occurrences;
    SeriesResolver resolver = new SeriesResolver(() -> decoder);
    Random random = new Random(7);
    for (int hour = 28 * 24; hour >= 1; hour--) {
      Instant at = NOW.minus(Duration.ofHours(hour));
      report(store, resolver, "0x20200194", at, 10 + random.nextInt(20));
    }
    Detector detector = new Detector(store, ZoneOffset.UTC, series -> false);
    store.rollUp(NOW);
    detector.evaluate(NOW.minus(Duration.ofMinutes(25)));
    report(store, resolver, "0x20200194", NOW.minus(Duration.ofMinutes(20)), 400);
    report(store, resolver, HOSTILE, NOW.minus(Duration.ofMinutes(5)), 3);
    detector.evaluate(NOW);
    return new SeriesApi(
        store,
        new Timelines(store, ZoneOffset.UTC),
        series -> "",
        id -> Optional.empty(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static void report(
      OccurrenceStore store, SeriesResolver resolver, String code, Instant at, long count) {
    Occurrence occurrence =
        new Occurrence(code, null, "web-eu", at, count, "could not load " + HOSTILE, null, null);
    ResolvedCode resolved = resolver.resolve(code, null);
    BatchBuilder batch = new BatchBuilder(null, at);
    batch.add(occurrence, resolved, Sample.of(occurrence, at, resolved).orElse(null));
    store.commit(List.of(batch.build()), Sheds.NONE, at);
  }

  private static Card.Builder onCall() {
    return Card.titled("Player team")
        .tone(Tone.GOOD)
        .fact(
            "primary",
            Phrase.empty()
                .mention(ANA)
                .plain(" until ")
                .time(Instant.parse("2026-03-16T13:00:00Z"))
                .plain(", ")
                .time(Instant.parse("2026-03-16T13:00:00Z"), Span.Time.Style.RELATIVE))
        .fact("backup", Phrase.empty().strong("nobody"));
  }

  private static Reply askedForCover() {
    return Reply.of(
        Card.titled("Ana covers player, primary?")
            .tone(Tone.WARNING)
            .text("From Monday 14:30 to Tuesday 09:00.")
            .action(Action.primary("Confirm", "cover", ""))
            .action(Action.danger("Cancel", "cover", ""))
            .action(
                Action.menu(
                    "Other length",
                    List.of(new Action.Item("One hour", "1h"), new Action.Item("One day", "1d")),
                    "pick",
                    ""))
            .build());
  }

  private Reply systems() {
    List<List<Phrase>> rows =
        decoder.catalogs().systems().stream()
            .map(
                system ->
                    List.of(
                        Phrase.empty().code(system.id()),
                        Phrase.of(system.title()),
                        Phrase.of(Integer.toString(decoder.catalogs().size(system.id())))))
            .toList();
    List<Part.Column> columns =
        List.of(Part.Column.left("id"), Part.Column.left("title"), Part.Column.right("codes"));
    return Reply.of(
        Card.titled("Systems").tone(Tone.INFO).part(new Part.Table(columns, rows, 0)).build());
  }

  private static Reply recurring() {
    return Reply.of(
        Card.titled("Last 24 hours")
            .tone(Tone.INFO)
            .part(
                new Part.Table(
                    List.of(
                        Part.Column.left("code"),
                        Part.Column.right("count"),
                        Part.Column.left("last seen")),
                    List.of(
                        List.of(
                            Phrase.empty().code("0x20200194"),
                            Phrase.of("1,204"),
                            Phrase.empty().time(NOW, Span.Time.Style.RELATIVE)),
                        List.of(
                            Phrase.empty().code("MPE_BLOB_NOT_FOUND"),
                            Phrase.of("7"),
                            Phrase.of("never"))),
                    12))
            .sparkline(
                List.of(0.0, 3.0, 5.0, 4.0, 2.0, Double.NaN, 12.0, 18.0, 31.0, 22.0, 9.0, 4.0),
                "errors an hour")
            .links(Link.to("Runbook", "https://example.com/runbook"))
            .build());
  }
}
