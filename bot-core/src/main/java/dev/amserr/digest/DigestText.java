package dev.amserr.digest;

import dev.amserr.command.render.Sparklines;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.recurrence.SeriesWords;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import dev.amserr.time.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences and lines of a digest. */
final class DigestText {

  private final DigestSnapshot snapshot;
  private final ZoneId zone;

  DigestText(DigestSnapshot snapshot) {
    this.snapshot = snapshot;
    this.zone = snapshot.zone();
  }

  /** {@code daily: Mon 2 Mar 09:00 – Tue 3 Mar 09:00 (Europe/Berlin)}. */
  String title() {
    return "%s: %s – %s (%s)"
        .formatted(
            snapshot.run().schedule(),
            ZoneTimes.dateAndTime(snapshot.window().after(), zone),
            ZoneTimes.dateAndTime(snapshot.window().until(), zone),
            zone.getId());
  }

  /** {@code 1,234 errors in 87 series, ×1.4 against the 24 h before}. */
  String totals() {
    DigestSnapshot.Totals totals = snapshot.totals();
    return "%s in %s, %s"
        .formatted(
            counted(totals.count(), "error"),
            totals.series() == 1 ? "1 series" : number(totals.series()) + " series",
            against(totals.count(), totals.before()));
  }

  private String against(long count, long before) {
    return before == 0
        ? "none in the " + length() + " before"
        : change(count, before) + " against the " + length() + " before";
  }

  private String length() {
    Duration length = snapshot.window().length();
    boolean inHours = length.toHours() > 0;
    return Durations.exact(inHours ? Duration.ofMinutes(length.toMinutes()) : length);
  }

  /** What is to be told of runs that were not posted; empty if there are none. */
  String missed() {
    return DueRun.told(snapshot.missed(), zone);
  }

  /** Who is on call for one owner's lines. */
  static Phrase duty(DigestSnapshot.Duty duty) {
    String lines = counted(duty.lines(), "line");
    if (duty.team().isEmpty()) {
      return Phrase.of("no team owns " + lines);
    }
    Phrase phrase =
        duty.people().isEmpty()
            ? Phrase.of(
                duty.doubt().isEmpty() ? "nobody is on call" : "it is not known who is on call")
            : people(duty.people())
                .plain(duty.people().size() == 1 ? " is on call" : " are on call");
    if (duty.until() != null) {
      phrase = phrase.plain(" until ").time(duty.until());
    }
    if (!duty.next().isEmpty()) {
      phrase = phrase.plain(", then ").then(people(duty.next()));
    }
    return phrase.plain(" (" + (duty.doubt().isEmpty() ? "" : duty.doubt() + "; ") + lines + ")");
  }

  static Phrase people(List<DigestSnapshot.Contact> people) {
    return Phrase.join(", ", people.stream().map(p -> Phrase.empty().mention(mention(p))).toList());
  }

  static Mention mention(DigestSnapshot.Contact contact) {
    Map<String, String> ids =
        Map.of("discord", contact.discord(), "slack", contact.slack()).entrySet().stream()
            .filter(id -> !id.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Mention(contact.name(), ids);
  }

  /** {@code Spikes (12)}. */
  static String section(StateKind state, int lines) {
    String title =
        switch (state) {
          case SPIKE -> "Spikes";
          case NEW -> "New";
          case REGRESSED -> "Regressed: back after a fix";
          case RAMP -> "Ramps: growing week by week";
          case RECURRING -> "Recurring";
          case QUIET -> "Quiet";
          case SOURCE_SILENT -> "Source silent";
        };
    return title + " (" + lines + ")";
  }

  /**
   * One series in one line.
   *
   * @param handled what was done about it since; empty for nothing
   */
  Phrase line(StateKind state, DigestSnapshot.Line line, String handled) {
    Phrase phrase = handled.isEmpty() ? Phrase.empty() : Phrase.of("✔ ").plain(handled).plain(": ");
    phrase = phrase.strong(line.label());
    if (!line.label().equals(line.key().code())) {
      phrase = phrase.plain(" ").code(line.key().code());
    }
    List<String> rest = new ArrayList<>();
    if (state != StateKind.SOURCE_SILENT) {
      rest.add(line.key().source());
    }
    rest.add("%s (%s)".formatted(number(line.count()), change(line.count(), line.before())));
    if (line.bars().size() > 1) {
      rest.add(
          Sparklines.bars(
              new Part.Sparkline(line.bars().stream().map(Long::doubleValue).toList(), "errors")));
    }
    if (line.plays() > 0) {
      rest.add(percent(line.count(), line.plays()) + " of plays");
    }
    rest.add("since " + ZoneTimes.dateAndTime(line.since(), zone));
    rest.add(why(state, line.why()));
    if (!line.note().isEmpty()) {
      rest.add(line.note());
    }
    if (!line.also().isEmpty()) {
      rest.add(
          "also " + line.also().stream().map(StateKind::title).collect(Collectors.joining(", ")));
    }
    return phrase.plain(
        " · " + String.join(" · ", rest.stream().filter(s -> !s.isEmpty()).toList()));
  }

  /** The reason in the words of the state's rule. */
  static String why(StateKind state, Why why) {
    String observed = SeriesWords.number(why.observed());
    String limit = SeriesWords.number(why.limit());
    String baseline = SeriesWords.number(why.baseline());
    return switch (state) {
      case SPIKE -> "%s against a limit of %s, usually %s".formatted(observed, limit, baseline);
      case NEW -> "";
      case REGRESSED -> observed + " min after it was resolved";
      case RAMP -> "%s in 7 days, %s in the 7 before".formatted(observed, baseline);
      case RECURRING -> baseline + " episodes";
      case QUIET, SOURCE_SILENT ->
          "silent for %s h, unlikely beyond %s h".formatted(observed, limit);
    };
  }

  /** What was left out because it is in hand; empty if nothing was. */
  String folded() {
    int acknowledged = snapshot.acknowledged();
    int muted = snapshot.muted();
    if (acknowledged + muted == 0) {
      return "";
    }
    List<String> kinds = new ArrayList<>();
    if (acknowledged > 0) {
      kinds.add(acknowledged + " acknowledged");
    }
    if (muted > 0) {
      kinds.add(muted + " muted");
    }
    return "Left out: " + String.join(" and ", kinds) + " series";
  }

  /** What could not be kept; empty if everything was. */
  String shed() {
    Sheds shed = snapshot.shed();
    if (shed.isNone()) {
      return "";
    }
    List<String> kinds = new ArrayList<>();
    if (shed.samples() > 0) {
      kinds.add(counted(shed.samples(), "sample") + " not kept");
    }
    if (shed.labels() > 0) {
      kinds.add(counted(shed.labels(), "sample") + " kept without labels");
    }
    if (shed.series() > 0) {
      kinds.add(counted(shed.series(), "error") + " counted without its series");
    }
    return "Under pressure: " + String.join(", ", kinds);
  }

  /** The line of a digest with nothing to tell. */
  String nothing() {
    String missed = missed();
    return "%s: nothing to look at%s. %s."
        .formatted(title(), missed.isEmpty() ? "" : "; " + missed, totals());
  }

  /** {@code ×1.4}; {@code none before} where there is nothing to compare with. */
  static String change(long count, long before) {
    if (before == 0) {
      return "none before";
    }
    BigDecimal ratio =
        BigDecimal.valueOf(count).divide(BigDecimal.valueOf(before), new MathContext(2));
    return "×" + ratio.stripTrailingZeros().toPlainString();
  }

  private static String percent(long count, long plays) {
    return BigDecimal.valueOf(count)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(plays), new MathContext(2))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  static String counted(long count, String what) {
    return count == 1 ? "1 " + what : number(count) + " " + what + "s";
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
