package dev.amserr.recurrence;

import dev.amserr.command.reply.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Series, states and what people did, in words; the same ones wherever they are shown. */
public final class SeriesWords {

  private static final Pattern UNTIL =
      Pattern.compile(
          "until ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)((?::"
              + " .*)?)",
          Pattern.DOTALL);

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

  /** A line of history, without its time. The end of a mute is a time like others. */
  public static Phrase event(SeriesEvent event) {
    Matcher until = UNTIL.matcher(event.note());
    if (event.kind() != SeriesEvent.Kind.MUTED || !until.matches()) {
      return Phrase.of(eventText(event));
    }
    return Phrase.of("muted by " + event.byName() + " (until ")
        .time(Instant.parse(until.group(1)))
        .plain(until.group(2) + ")");
  }

  /** The same where times can't be shown in the zone of the reader. */
  public static String eventText(SeriesEvent event) {
    String what =
        switch (event.kind()) {
          case STATE_OPENED, STATE_CLOSED -> stateEvent(event);
          case ACKNOWLEDGED -> "acknowledged by " + event.byName();
          case RESOLVED -> "resolved by " + event.byName();
          case MUTED -> "muted by " + event.byName();
          case UNMUTED -> "no longer muted, by " + event.byName();
        };
    boolean about = event.state() == null && !event.note().isEmpty();
    return about ? what + " (" + event.note() + ")" : what;
  }

  /** At most two decimals, none where they say nothing; thousands apart. */
  public static String number(double value) {
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(rounded);
  }

  private static Phrase mute(Mute mute) {
    return mute.fold(
        Phrase::empty,
        until -> Phrase.of("muted until ").time(until.at()),
        above -> Phrase.of("muted until more than " + above.count() + " within 60 minutes"));
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
