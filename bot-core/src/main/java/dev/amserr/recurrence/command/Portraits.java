package dev.amserr.recurrence.command;

import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.Reading;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesCharts;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesWords;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Timelines;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A series in full: what it means, how much of it there is, what is said of it, whose it is. */
final class Portraits {

  private static final int HOURS = 24;
  private static final int CHART_HOURS = 7 * 24;
  private static final int MOST_SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 300;

  private final OccurrenceStore store;
  private final Supplier<Decoder> decoder;
  private final Owners owners;
  private final SeriesCharts charts;
  private final Function<Series, Optional<URI>> pages;

  Portraits(
      OccurrenceStore store,
      Supplier<Decoder> decoder,
      Owners owners,
      SeriesCharts charts,
      Function<Series, Optional<URI>> pages) {
    this.store = store;
    this.decoder = decoder;
    this.owners = owners;
    this.charts = charts;
    this.pages = pages;
  }

  Reply show(List<Series> found, Instant now) {
    List<Series> shown = found.subList(0, Math.min(found.size(), ErrorCommands.MOST_CARDS));
    Map<Long, List<SeriesState>> states = store.openStates(shown.stream().map(Series::id).toList());
    List<Card> cards = new ArrayList<>();
    for (Series series : shown) {
      cards.add(card(series, states.getOrDefault(series.id(), List.of()), now));
    }
    return Reply.of(ErrorCommands.leftOut(found.size() - shown.size()), cards).shareable();
  }

  private Card card(Series series, List<SeriesState> states, Instant now) {
    Card.Builder card =
        Card.titled(series.label() + " · " + series.key().source()).tone(tone(states));
    pages.apply(series).ifPresent(card::link);
    Optional<Reading> reading = reading(series);
    reading.map(Reading::meaning).ifPresent(card::text);
    reading.ifPresent(
        read -> {
          card.inlineFact("system", read.system().title());
          if (!series.label().equals(series.key().code())) {
            card.inlineFact("value", Phrase.empty().code(series.key().code()));
          }
        });
    card.inlineFact("first seen", Phrase.empty().time(series.firstSeen()))
        .inlineFact("last seen", Phrase.empty().time(series.lastSeen()));
    counts(card, series, now);
    for (SeriesState state : states) {
      card.text(SeriesWords.state(state));
    }
    Phrase handling = SeriesWords.handling(series.handling());
    if (!handling.isEmpty()) {
      card.fact("handling", handling);
    }
    reading.ifPresent(read -> card.fact("owner", owners.of(read, now).phrase()));
    samples(card, series);
    charts.image(series, CHART_HOURS, now, ChartRenderer.Theme.DARK).ifPresent(card::part);
    actions(series).forEach(card::action);
    return card.build();
  }

  private static Tone tone(List<SeriesState> states) {
    boolean bad =
        states.stream()
            .anyMatch(s -> s.kind() == StateKind.SPIKE || s.kind() == StateKind.REGRESSED);
    return bad ? Tone.BAD : states.isEmpty() ? Tone.INFO : Tone.WARNING;
  }

  private void counts(Card.Builder card, Series series, Instant now) {
    Timelines timelines = charts.timelines();
    List<Long> week = timelines.hourly(series.id(), Timelines.lastHours(CHART_HOURS, now));
    List<Long> day = week.subList(CHART_HOURS - HOURS, CHART_HOURS);
    long count = sum(day);
    long plays = timelines.plays(series.key().source(), Timelines.lastHours(HOURS, now));
    card.inlineFact("last 24 hours", String.format(Locale.ROOT, "%,d", count));
    if (plays > 0) {
      card.inlineFact("of plays", SeriesWords.number(100.0 * count / plays) + " %");
    }
    card.inlineFact("last 7 days", String.format(Locale.ROOT, "%,d", sum(week)))
        .sparkline(
            day.stream().map(Long::doubleValue).toList(), "occurrences an hour, last 24 hours");
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private void samples(Card.Builder card, Series series) {
    List<Sample> samples = store.samples(series.id());
    List<Phrase> lines = new ArrayList<>();
    for (Sample sample : samples.subList(0, Math.min(samples.size(), MOST_SAMPLES))) {
      Phrase line = Phrase.empty().time(sample.at()).plain(" ").code(sample.text());
      String said = sample.message().isEmpty() ? "" : ": " + cut(sample.message());
      StringBuilder labels = new StringBuilder();
      sample.labels().forEach((label, value) -> labels.append(" · ").append(label + " " + value));
      lines.add(line.plain(labels + said));
    }
    if (!lines.isEmpty()) {
      card.text(Phrase.empty().strong("Samples"))
          .part(new Part.Bullets(lines, samples.size() - lines.size()));
    }
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_SAMPLE) {
      return text;
    }
    int end = LONGEST_SAMPLE - (Character.isHighSurrogate(text.charAt(LONGEST_SAMPLE - 1)) ? 1 : 0);
    return text.substring(0, end) + "…";
  }

  private static List<Action> actions(Series series) {
    String id = Long.toString(series.id());
    return List.of(
        Action.primary("Acknowledge", Deeds.ACKNOWLEDGE, id),
        Action.button("Resolve", Deeds.RESOLVE, id),
        Action.menu(
            "Mute",
            List.of(
                new Action.Item("for an hour", "PT1H"),
                new Action.Item("for 8 hours", "PT8H"),
                new Action.Item("for a day", "PT24H"),
                new Action.Item("for a week", "PT168H"),
                new Action.Item("until it gets worse", Deeds.WORSE),
                new Action.Item("not any more", Deeds.OFF)),
            Deeds.MUTE,
            id),
        Action.button("History", Deeds.HISTORY, id));
  }

  private Optional<Reading> reading(Series series) {
    if (series.key().isText()) {
      return Optional.empty();
    }
    Decoder current = decoder.get();
    Optional<ErrorSystem> system = current.catalogs().system(series.key().system());
    return system.flatMap(
        known ->
            current.decode(series.key().code(), known).codes().stream()
                .flatMap(code -> code.best().stream())
                .findFirst());
  }
}
