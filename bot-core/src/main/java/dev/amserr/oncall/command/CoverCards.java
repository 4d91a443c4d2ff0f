package dev.amserr.oncall.command;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverPreview;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Segment;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Covers as cards. */
final class CoverCards {

  private static final int MOST_SEGMENTS = 20;

  private CoverCards() {}

  /** What a cover is, and who is on call with it. */
  static Card.Builder changed(
      String title, Tone tone, Rosters rosters, CoverRequest request, CoverPreview preview) {
    Card.Builder card =
        Card.titled(title)
            .tone(tone)
            .fact("stands in", person(rosters, request.by()))
            .fact("for", scope(rosters, request))
            .fact("from", Phrase.empty().time(request.from()))
            .fact("until", Phrase.empty().time(request.until()));
    if (!preview.before().isEmpty()) {
      card.text("Before:").part(OnCallCards.segments(preview.before(), MOST_SEGMENTS));
      card.text("After:").part(OnCallCards.segments(preview.after(), MOST_SEGMENTS));
    }
    return card;
  }

  /** A cover in a line. */
  static Phrase line(Rosters rosters, Identities identities, Cover cover) {
    CoverRequest request = cover.request();
    return Phrase.empty()
        .strong(Long.toString(cover.id()))
        .plain(" " + cover.level() + ": ")
        .then(person(rosters, cover.by()))
        .plain(" for ")
        .then(scope(rosters, request))
        .plain(", ")
        .time(cover.time().from())
        .plain(" to ")
        .time(cover.time().until())
        .plain(", made by " + maker(rosters, identities, cover) + " ")
        .time(cover.created());
  }

  /** Who made a cover, by name where the roster knows the account. */
  static String maker(Rosters rosters, Identities identities, Cover cover) {
    int colon = cover.createdBy().indexOf(':');
    if (colon < 0) {
      return cover.createdBy();
    }
    return identities
        .of(cover.createdBy().substring(0, colon), cover.createdBy().substring(colon + 1), rosters)
        .map(Person::name)
        .orElse(cover.createdBy());
  }

  /** Whom it replaces. */
  private static Phrase scope(Rosters rosters, CoverRequest request) {
    return request
        .scope()
        .fold(
            standing ->
                person(rosters, standing.person())
                    .plain(", wherever they stand on " + request.level() + " (scope person)"),
            () -> Phrase.of("whoever holds " + request.level() + " (scope slot)"));
  }

  private static Phrase person(Rosters rosters, String id) {
    Person person = rosters.people().get(id);
    return person == null ? Phrase.of(id) : Phrase.empty().mention(person.mention());
  }

  /** {@code Player team, primary}, as far as the rosters still have it. */
  static String place(Rosters rosters, CoverRequest request) {
    Team team = rosters.teams().get(request.team());
    return (team == null ? request.team() : team.title()) + ", " + request.level();
  }

  /** What a preview shows, in a form that can be compared later. */
  static String fingerprint(CoverPreview preview) {
    String shown = people(preview.before()) + " > " + people(preview.after());
    return Integer.toHexString(Objects.hash(shown.length(), shown));
  }

  private static String people(List<Segment> segments) {
    return segments.stream()
        .map(segment -> span(segment.time()) + segment.people().stream().map(Person::id).toList())
        .collect(Collectors.joining(" "));
  }

  private static String span(Interval time) {
    return time.toString();
  }
}
