package dev.amserr.recurrence;

import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Series, states and what people did, in words; the same ones wherever they are shown. */
public final class SeriesWords {

  private SeriesWords() {}

  /** The name with its code and its source: {@code networkErr… (0x00200194) · web-eu}. */
  public static Phrase name(Series series) {
    Phrase name = Phrase.empty().strong(series.label());
    if (!series.label().equals(series.key().code())) {
      name = name.plain(" ").code(series.key().code());
    }
    return series.key().source().isEmpty() ? name : name.plain(" · " + series.key().source());
  }

  /** A count against the one before: {@code 1,204 (×2.1)}. */
  public static String count(long count, long before) {
    String number = String.format(Locale.ROOT, "%,d", count);
    if (before == 0) {
      return number + " (0 before)";
    }
    return number + " (×" + number((double) count / before) + ")";
  }

  /** A state with its reason. */
  public static Phrase state(SeriesState state) {
    if (state.kind() == StateKind.NEW) {
      return Phrase.empty().strong(state.kind().title()).plain(": first seen ").time(state.since());
    }
    Phrase begin = Phrase.empty().strong(state.kind().title()).plain(" since ").time(state.since());
    return begin.plain(": " + reason(state));
  }

  /** The reason of a state: {@code 40 within 60 minutes, limit 10, usual 0}. */
  public static String reason(SeriesState state) {
    return reason(state.kind(), state.why(), state.note());
  }

  /** The kinds of some states: {@code SPIKE, NEW}; empty for none. */
  public static String kinds(List<SeriesState> states) {
    return String.join(", ", states.stream().map(state -> state.kind().title()).toList());
  }

  /** What people did; empty if nothing. */
  public static Phrase handling(Handling handling) {
    Phrase status = Phrase.empty();
    if (handling.at() != null && handling.status() != Handling.Status.OPEN) {
      status =
          Phrase.of(handling.status().name().toLowerCase(Locale.ROOT) + " by " + handling.byName())
              .plain(" ")
              .time(handling.at());
    }
    Phrase mute = mute(handling.mute());
    if (mute.isEmpty()) {
      return status;
    }
    return status.isEmpty() ? mute : status.plain(", ").then(mute);
  }

  /** A line of history, without its time. */
  public static Phrase event(SeriesEvent event) {
    String what = what(event);
    if (event.state() != null) {
      return Phrase.of(what);
    }
    Phrase until = until(event.mute());
    Phrase about =
        until.isEmpty() || event.note().isEmpty()
            ? until.plain(event.note())
            : until.plain(": " + event.note());
    return about.isEmpty() ? Phrase.of(what) : Phrase.of(what + " (").then(about).plain(")");
  }

  /** The same where times can't be shown in the zone of the reader: they are in UTC. */
  public static String eventText(SeriesEvent event) {
    return event(event).spans().stream()
        .map(
            span ->
                span.fold(
                    Span.Plain::text,
                    Span.Strong::text,
                    Span.Code::text,
                    time -> time.at().truncatedTo(ChronoUnit.MINUTES).toString(),
                    named -> named.mention().name(),
                    linked -> linked.link().label()))
        .collect(Collectors.joining());
  }

  /** At most two decimals, none where they say nothing; thousands apart. */
  public static String number(double value) {
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(rounded);
  }

  private static Phrase mute(Mute mute) {
    Phrase until = until(mute);
    return until.isEmpty() ? until : Phrase.of("muted ").then(until);
  }

  private static Phrase until(Mute mute) {
    return mute.fold(
        Phrase::empty,
        until -> Phrase.of("until ").time(until.at()),
        above -> Phrase.of("until more than " + above.count() + " within 60 minutes"));
  }

  private static String what(SeriesEvent event) {
    return switch (event.kind()) {
      case STATE_OPENED, STATE_CLOSED -> stateEvent(event);
      case ACKNOWLEDGED -> "acknowledged by " + event.byName();
      case RESOLVED -> "resolved by " + event.byName();
      case MUTED -> "muted by " + event.byName();
      case UNMUTED -> "no longer muted, by " + event.byName();
    };
  }

  private static String stateEvent(SeriesEvent event) {
    if (event.state() == null || event.why() == null) {
      return "";
    }
    String kind = event.state().title();
    return event.kind() == SeriesEvent.Kind.STATE_CLOSED
        ? kind + " is over"
        : kind + ": " + reason(event.state(), event.why(), event.note());
  }

  private static String reason(StateKind kind, Why why, String note) {
    String observed = number(why.observed());
    String limit = number(why.limit());
    String baseline = number(why.baseline());
    return switch (kind) {
      case SPIKE ->
          observed
              + " "
              + (note.isEmpty() ? "within 60 minutes" : note)
              + ", limit "
              + limit
              + ", usual "
              + baseline;
      case NEW -> "first seen";
      case REGRESSED -> "came back " + observed + " minutes after it was resolved";
      case RAMP ->
          observed + " in 7 days, " + baseline + " in the 7 before; a ramp from " + limit + " on";
      case RECURRING -> note + ", " + baseline + " times in 7 days (ρ " + observed + ")";
      case QUIET ->
          "nothing for "
              + observed
              + " h, limit "
              + limit
              + " h, usually one in "
              + baseline
              + " h";
      case SOURCE_SILENT ->
          "nothing from all of its source for " + observed + " h: check the reporter";
    };
  }
}
