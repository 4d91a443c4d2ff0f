package dev.amserr.oncall.command;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.LevelOnCall;
import dev.amserr.oncall.OnCall;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Segment;
import dev.amserr.oncall.Shift;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.oncall.Upcoming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers about on-call as cards. Never silent: a gap says since when, until when, who next. */
final class OnCallCards {

  private OnCallCards() {}

  /** The complete answer for a team, without contacts. */
  static Card.Builder team(String title, TeamOnCall answer) {
    Card.Builder card = Card.titled(title).tone(tone(answer));
    for (LevelOnCall level : answer.levels()) {
      card.fact(level.name(), level(answer, level));
    }
    for (TeamOnCall.Following shadow : answer.shadows()) {
      card.fact("shadow of " + shadow.of() + " (do not page)", shift(shadow.shift()));
    }
    answer.warnings().forEach(warning -> card.text("Note: " + warning + "."));
    if (!answer.stale().isEmpty()) {
      card.text("This may be out of date: " + answer.stale() + ".");
    }
    return card;
  }

  /** The phone numbers of those on call, if there are any. */
  static void contacts(Card.Builder card, TeamOnCall answer) {
    Set<Person> people = new LinkedHashSet<>();
    for (LevelOnCall level : answer.levels()) {
      level.onCall().shifts().forEach(shift -> people.add(shift.person()));
    }
    for (Person person : people) {
      if (!person.phone().isEmpty()) {
        card.fact("phone of " + person.name(), Phrase.empty().code(person.phone()));
      }
    }
  }

  private static Tone tone(TeamOnCall answer) {
    boolean nobody = answer.firstInLine().isEmpty();
    boolean declared =
        answer.levels().stream()
            .allMatch(level -> level.onCall().fold(assigned -> true, OnCall.Gap::expected));
    if (nobody && !declared) {
      return Tone.BAD;
    }
    return declared && answer.stale().isEmpty() ? Tone.INFO : Tone.WARNING;
  }

  /** Adds why the answer may be out of date, if it may be. */
  static Card.Builder doubted(Card.Builder card, Additions additions) {
    String doubt = additions.staleness();
    return doubt.isEmpty() ? card : card.text("This may be out of date: " + doubt + ".");
  }

  /** A level of an answer in a line. */
  static Phrase level(TeamOnCall answer, LevelOnCall level) {
    return level
        .onCall()
        .fold(
            assigned ->
                Phrase.join("; ", assigned.people().stream().map(OnCallCards::shift).toList())
                    .then(next(assigned.next(), onlyEnd(assigned.people()))),
            gap -> gap(gap, answer.fallback(level)));
  }

  private static Phrase gap(OnCall.Gap gap, Optional<LevelOnCall> fallback) {
    Phrase phrase = Phrase.empty().strong("nobody");
    Instant since = gap.since();
    if (since != null) {
      phrase = phrase.plain(" since ").time(since);
    }
    Instant until = gap.until();
    phrase =
        until == null ? phrase.plain(", no end in sight") : phrase.plain(" until ").time(until);
    if (gap.expected()) {
      phrase = phrase.plain(" (declared: nobody needs to be)");
    }
    phrase = phrase.then(next(gap.next(), until));
    return fallback
        .map(
            level ->
                Phrase.of(". Ask " + level.name() + ": ")
                    .then(people(level.onCall().shifts().stream().map(Shift::person).toList())))
        .map(phrase::then)
        .orElse(phrase);
  }

  /** Who, until when, why. */
  private static Phrase shift(Shift shift) {
    Phrase phrase = Phrase.empty().mention(shift.person().mention());
    Instant until = shift.until();
    phrase =
        until == null ? phrase.plain(", no end in sight") : phrase.plain(" until ").time(until);
    return phrase.plain(" (" + shift.why().text() + ")");
  }

  /**
   * Who comes next.
   *
   * @param told the time that was named just before, which need not be named again
   */
  private static Phrase next(List<Upcoming> next, @Nullable Instant told) {
    if (next.isEmpty()) {
      return told == null ? Phrase.empty() : Phrase.of(", then nobody in sight");
    }
    Instant from = next.get(0).from();
    Phrase phrase = Phrase.of(", then ").then(people(next.stream().map(Upcoming::person).toList()));
    return from.equals(told) ? phrase : phrase.plain(" from ").time(from);
  }

  private static @Nullable Instant onlyEnd(List<Shift> shifts) {
    return shifts.size() == 1 ? shifts.get(0).until() : null;
  }

  /** Names, as a platform shows people. */
  static Phrase people(Collection<Person> people) {
    return people.isEmpty()
        ? Phrase.of("nobody")
        : Phrase.join(", ", people.stream().map(p -> Phrase.empty().mention(p.mention())).toList());
  }

  /** Segments as a table: from, until, who. */
  static Part.Table segments(List<Segment> segments, int most) {
    List<List<Phrase>> rows = new ArrayList<>();
    for (Segment segment : segments.subList(0, Math.min(most, segments.size()))) {
      rows.add(
          List.of(
              Phrase.empty().time(segment.time().from()),
              Phrase.empty().time(segment.time().until()),
              holders(segment)));
    }
    return new Part.Table(
        List.of(Part.Column.left("From"), Part.Column.left("Until"), Part.Column.left("On call")),
        rows,
        segments.size() - rows.size());
  }

  private static Phrase holders(Segment segment) {
    Phrase phrase = people(segment.people());
    return segment.unknown().isEmpty()
        ? phrase
        : phrase.plain(" (unknown: " + String.join(", ", segment.unknown()) + ")");
  }

  /** Shifts as a table: who, from, until. */
  static Part.Table shifts(List<Shift> shifts) {
    List<List<Phrase>> rows = new ArrayList<>();
    for (Shift shift : shifts) {
      Instant until = shift.until();
      rows.add(
          List.of(
              Phrase.empty().time(shift.from()),
              until == null ? Phrase.of("no end in sight") : Phrase.empty().time(until),
              people(List.of(shift.person()))));
    }
    return new Part.Table(
        List.of(Part.Column.left("From"), Part.Column.left("Until"), Part.Column.left("On call")),
        rows,
        0);
  }
}
