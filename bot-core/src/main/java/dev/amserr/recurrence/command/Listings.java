package dev.amserr.recurrence.command;

import dev.amserr.command.Invocation;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.recurrence.ErrorBoard;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Overview;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesWords;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.SourceActivity;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.text.NearestNames;
import dev.amserr.time.Durations;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Lists: the most frequent errors, the sources, a history. */
final class Listings {

  static final String WINDOW = "window";

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int MOST_LINES = 15;
  private static final int MOST_EVENTS = 20;

  private final OccurrenceStore store;
  private final ErrorBoard board;
  private final Supplier<Decoder> decoder;

  Listings(OccurrenceStore store, Supplier<Decoder> decoder) {
    this.store = store;
    this.decoder = decoder;
    this.board = new ErrorBoard(store);
  }

  Reply top(Invocation call) {
    return within(call, this::top);
  }

  private Reply top(Invocation call, Duration window) {
    Optional<String> wanted = call.options().text(SeriesLookup.SYSTEM);
    Catalogs catalogs = decoder.get().catalogs();
    Optional<ErrorSystem> system = wanted.flatMap(catalogs::system);
    if (wanted.isPresent() && system.isEmpty()) {
      return unknown(
          "There is no system " + wanted.get(),
          NearestNames.of(wanted.get(), catalogs.systemNames(), 3),
          "/codes systems lists them all");
    }
    Optional<String> source = call.options().text(SeriesLookup.SOURCE);
    Instant now = call.origin().at();
    Overview overview =
        board.overview(
            new TopQuery(
                window(now, window),
                source.orElse(null),
                system.map(ErrorSystem::id).orElse(null),
                MOST_LINES),
            now);
    if (overview.total() > 0) {
      return Reply.of(card(overview, Durations.exact(window))).shareable();
    }
    Card.Builder nothing = nothing(window, system, source);
    return source
        .map(name -> nothingFrom(name, nothing, store.sources(window(now, LONGEST))))
        .orElseGet(
            () ->
                Reply.of(
                    nothing
                        .text(
                            system.isPresent()
                                ? "/errors top lists those of every system."
                                : "Nobody has reported one. /errors sources lists who reports.")
                        .build()));
  }

  private static Reply unknown(String title, List<String> near, String list) {
    return SeriesLookup.warning(
        title,
        near.isEmpty()
            ? list + "."
            : "Did you mean " + String.join(", ", near) + "? " + list + ".");
  }

  /** Goes on with the window of the options, or says which are possible. */
  private static Reply within(Invocation call, BiFunction<Invocation, Duration, Reply> then) {
    Duration window = call.options().duration(WINDOW).orElse(DAY);
    return window.isZero() || window.compareTo(LONGEST) > 0
        ? SeriesLookup.warning(
            "No such window", "A window is up to 400d; 24h, 7d and 30d are useful ones.")
        : then.apply(call, window);
  }

  /** The window until the end of this minute. */
  private static Interval window(Instant now, Duration length) {
    Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return new Interval(end.minus(length), end);
  }

  private static Card.Builder nothing(
      Duration window, Optional<ErrorSystem> system, Optional<String> source) {
    String of = system.map(one -> " of " + one.title()).orElse("");
    String from = source.map(name -> " from " + name).orElse("");
    return Card.titled("No errors" + of + from + " in the last " + Durations.exact(window))
        .tone(Tone.GOOD);
  }

  /** What is known of a source that has nothing in a window. */
  private static Reply nothingFrom(
      String source, Card.Builder nothing, List<SourceActivity> sources) {
    return sources.stream()
        .filter(activity -> activity.source().equals(source))
        .findFirst()
        .map(
            activity ->
                activity.lastSeen() == null
                    ? Phrase.of("It reports, but never an error.")
                    : Phrase.of("It last reported one ").time(activity.lastSeen()).plain("."))
        .map(last -> Reply.of(nothing.text(last).build()))
        .orElseGet(() -> noSuchSource(source, sources));
  }

  private static Reply noSuchSource(String wanted, List<SourceActivity> sources) {
    return unknown(
        "Nobody reports as " + wanted,
        NearestNames.of(wanted, sources.stream().map(SourceActivity::source).toList(), 3),
        "/errors sources lists who does");
  }

  private static Card card(Overview overview, String window) {
    List<Phrase> lines = new ArrayList<>();
    List<Phrase> covered = new ArrayList<>();
    for (Overview.Line line : overview.lines()) {
      if (line.covered()) {
        covered.add(SeriesWords.name(line.series()));
      } else {
        lines.add(line(line));
      }
    }
    boolean news = overview.lines().stream().anyMatch(l -> !l.covered() && !l.states().isEmpty());
    Card.Builder card =
        Card.titled("Errors of the last " + window)
            .tone(news ? Tone.WARNING : Tone.INFO)
            .inlineFact("total", SeriesWords.count(overview.total(), overview.totalBefore()))
            .inlineFact("series", Integer.toString(overview.lines().size() + overview.more()));
    if (!lines.isEmpty()) {
      card.part(new Part.Bullets(lines, overview.more()));
    }
    if (!covered.isEmpty()) {
      card.text(Phrase.of("Acknowledged or muted: ").then(Phrase.join("; ", covered)));
    }
    shed(card, overview.shed());
    return card.build();
  }

  private static Phrase line(Overview.Line line) {
    Phrase phrase =
        SeriesWords.name(line.series())
            .plain(" · " + SeriesWords.count(line.count(), line.before()));
    String kinds = SeriesWords.kinds(line.states());
    return kinds.isEmpty() ? phrase : phrase.plain(" · ").strong(kinds);
  }

  private static void shed(Card.Builder card, Sheds shed) {
    if (!shed.isNone()) {
      card.text(
          String.format(
              Locale.ROOT,
              "Under pressure %,d samples and the labels of %,d were not kept; %,d occurrences came"
                  + " after 50,000 series and are counted together.",
              shed.samples(),
              shed.labels(),
              shed.series()));
    }
  }

  Reply sources(Invocation call) {
    return within(call, this::sources);
  }

  private Reply sources(Invocation call, Duration window) {
    List<SourceActivity> sources = store.sources(window(call.origin().at(), window));
    if (sources.isEmpty()) {
      return Reply.of(
          nothing(window, Optional.empty(), Optional.empty())
              .text("No source has reported. A longer window, such as 30d, looks further back.")
              .build());
    }
    List<List<Phrase>> rows = new ArrayList<>();
    for (SourceActivity source : sources) {
      rows.add(
          List.of(
              Phrase.of(source.source()),
              Phrase.of(Integer.toString(source.series())),
              Phrase.of(String.format(Locale.ROOT, "%,d", source.count())),
              Phrase.of(rate(source)),
              source.lastSeen() == null
                  ? Phrase.of("never")
                  : Phrase.empty().time(source.lastSeen())));
    }
    return Reply.of(
            Card.titled("Sources of the last " + Durations.exact(window))
                .tone(Tone.INFO)
                .part(
                    new Part.Table(
                        List.of(
                            Part.Column.left("source"),
                            Part.Column.right("series"),
                            Part.Column.right("errors"),
                            Part.Column.right("of plays"),
                            Part.Column.left("last error")),
                        rows,
                        0))
                .build())
        .shareable();
  }

  private static String rate(SourceActivity source) {
    return source.plays() == 0
        ? "unknown"
        : SeriesWords.number(100.0 * source.count() / source.plays()) + " %";
  }

  Reply history(List<Series> found) {
    List<Card> cards = found.stream().limit(ErrorCommands.MOST_CARDS).map(this::history).toList();
    return Reply.of(ErrorCommands.leftOut(found.size() - cards.size()), cards).shareable();
  }

  Card history(Series series) {
    List<Phrase> lines = new ArrayList<>();
    store
        .events(series.id(), MOST_EVENTS + 1)
        .forEach(
            event ->
                lines.add(
                    Phrase.empty().time(event.at()).plain(": ").then(SeriesWords.event(event))));
    int shown = Math.min(lines.size(), MOST_EVENTS);
    Card.Builder card =
        Card.titled("History of " + series.label())
            .tone(Tone.INFO)
            .inlineFact("source", series.key().source())
            .inlineFact("first seen", Phrase.empty().time(series.firstSeen()))
            .inlineFact("last seen", Phrase.empty().time(series.lastSeen()));
    if (lines.isEmpty()) {
      return card.text("Nothing was said of it, and nobody did anything about it.").build();
    }
    card.part(new Part.Bullets(lines.subList(0, shown), 0));
    if (lines.size() > shown) {
      card.text("Older lines are kept but not shown.");
    }
    return card.build();
  }
}
