package dev.amserr.recurrence.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.ActionSpec;
import dev.amserr.command.Click;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Invocation;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.recurrence.Deed;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Mute;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesDesk;
import dev.amserr.recurrence.SeriesWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people do about series: by command, and by the buttons of a card. */
final class Deeds {

  static final String ACKNOWLEDGE = "errors-ack";
  static final String RESOLVE = "errors-resolve";
  static final String MUTE = "errors-mute";
  static final String HISTORY = "errors-history";

  static final String REASON = "reason";
  static final String UNTIL = "until";
  static final String MODE = "mode";
  static final String WORSE = "worse";
  static final String OFF = "off";

  private final OccurrenceStore store;
  private final SeriesDesk desk;
  private final Listings listings;

  Deeds(OccurrenceStore store, Listings listings) {
    this.store = store;
    this.desk = new SeriesDesk(store);
    this.listings = listings;
  }

  /** Buttons may be used again: doing a thing twice is the same as doing it once. */
  void register(CommandRegistry.Builder registry) {
    AccessRule roster = AccessRule.rosterMember();
    registry
        .action(
            ActionSpec.repeated(ACKNOWLEDGE).access(roster),
            click -> one(click, series -> Deed.acknowledge()))
        .action(
            ActionSpec.repeated(RESOLVE).access(roster),
            click -> one(click, series -> Deed.resolve()))
        .action(
            ActionSpec.repeated(MUTE).access(roster),
            click -> one(click, series -> Deed.mute(chosenMute(series, click))))
        .action(ActionSpec.repeated(HISTORY), this::history);
  }

  Reply acknowledge(List<Series> found, Invocation call) {
    return all(found, call, series -> Deed.acknowledge());
  }

  Reply resolve(List<Series> found, Invocation call) {
    return all(found, call, series -> Deed.resolve());
  }

  Reply mute(List<Series> found, Invocation call) {
    Optional<String> mode = call.options().text(MODE);
    Optional<Instant> until =
        call.options().when(UNTIL).map(when -> when.first(call.origin().zone()));
    if (mode.isPresent() == until.isPresent()) {
      return SeriesLookup.warning(
          "Until when?",
          "Write one of: until:+8h, until:\"tomorrow 09:00\", worse (until it gets worse), off.");
    }
    if (until.isPresent() && !until.get().isAfter(call.origin().at())) {
      return SeriesLookup.warning("That is over", "until: must be a time to come, such as +8h.");
    }
    return all(
        found,
        call,
        series ->
            Deed.mute(
                until
                    .map(Mute::until)
                    .orElseGet(() -> mute(series, mode.orElse(OFF), call.origin().at()))));
  }

  private Mute mute(Series series, String mode, Instant now) {
    return mode.equals(WORSE) ? desk.untilWorse(series.id(), now) : Mute.off();
  }

  private Mute chosenMute(Series series, Click click) {
    String chosen = click.chosen().isEmpty() ? OFF : click.chosen().get(0);
    Instant now = click.origin().at();
    return chosen.startsWith("PT")
        ? Mute.until(now.plus(Duration.parse(chosen)))
        : mute(series, chosen, now);
  }

  private Reply history(Click click) {
    return clicked(click)
        .map(series -> Reply.of(listings.history(series)))
        .orElseGet(Deeds::forgotten);
  }

  private Reply one(Click click, Function<Series, Deed> deed) {
    return clicked(click)
        .map(series -> one(series, deed.apply(series), click.origin()))
        .orElseGet(Deeds::forgotten);
  }

  /** What is done by a button everybody is told, so that nobody else does it. */
  private Reply one(Series series, Deed deed, Origin origin) {
    SeriesDesk.Outcome outcome = desk.act(series.id(), deed, "", origin);
    Reply reply = Reply.of(card(series, outcome));
    return outcome.fold(done -> reply.publicly(), already -> reply, gone -> reply);
  }

  private Optional<Series> clicked(Click click) {
    return store.series(List.of(Long.parseLong(click.state()))).stream().findFirst();
  }

  private Reply all(List<Series> found, Invocation call, Function<Series, Deed> deed) {
    String reason = call.options().text(REASON).orElse("");
    List<Card> cards = new ArrayList<>();
    for (Series series : found) {
      cards.add(card(series, desk.act(series.id(), deed.apply(series), reason, call.origin())));
    }
    return Reply.of("", cards);
  }

  private static Card card(Series series, SeriesDesk.Outcome outcome) {
    return outcome.fold(
        done -> card(series, "Done", Tone.GOOD, done.now()),
        already -> card(series, "Already done", Tone.INFO, already.now()),
        gone -> card(series, "It is gone", Tone.WARNING, series.handling()));
  }

  private static Card card(Series series, String title, Tone tone, Handling now) {
    Phrase handling = SeriesWords.handling(now);
    return Card.titled(title + ": " + series.label() + " · " + series.key().source())
        .tone(tone)
        .text(handling.isEmpty() ? Phrase.of("not muted") : handling)
        .build();
  }

  private static Reply forgotten() {
    return SeriesLookup.warning("This series is not known", "Run /errors top for those that are.");
  }
}
