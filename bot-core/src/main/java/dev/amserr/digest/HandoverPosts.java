package dev.amserr.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.notify.ToldOnce;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Segment;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * At each hand-off of a team's first level, what the outgoing shift leaves behind: its most
 * frequent errors in a state, addressed to who comes next. Where nobody is on call in between, that
 * is when the next shift begins. Told once, by whichever process looks first.
 */
public final class HandoverPosts {

  /** A hand-off that is longer ago is no news. */
  static final Duration NEWS = Duration.ofHours(2);

  private static final Duration LONGEST_SHIFT = Duration.ofDays(31);
  private static final Duration RIDDEN_OUT = Duration.ofHours(2);
  private static final int KEY_LENGTH = 20;

  private final Supplier<? extends Collection<HandoverRule>> rules;
  private final LiveOnCall onCall;
  private final DigestSurvey survey;
  private final Destinations destinations;
  private final ToldOnce toldOnce;
  private final Clock clock;

  /** Keys of hand-offs that were told: there is nothing to compose for them. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  public HandoverPosts(
      Supplier<? extends Collection<HandoverRule>> rules,
      LiveOnCall onCall,
      DigestSurvey survey,
      Destinations destinations,
      ToldOnce toldOnce,
      Clock clock) {
    this.rules = rules;
    this.onCall = onCall;
    this.survey = survey;
    this.destinations = destinations;
    this.toldOnce = toldOnce;
    this.clock = clock;
  }

  /**
   * A change of who is on call.
   *
   * @param shiftStart when the outgoing people took over; gaps between their own shifts, such as
   *     nights, are no hand-off
   * @param shiftEnd when their last shift ended; before {@code at} if nobody was on call in between
   */
  private record HandOff(
      Team team,
      Instant shiftStart,
      Instant shiftEnd,
      Instant at,
      List<Person> from,
      List<Person> to) {}

  /**
   * Posts the hand-offs of the last two hours that were not posted. To be called each minute.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public void wake() {
    Instant now = clock.instant();
    Set<String> recent = new HashSet<>();
    for (HandoverRule rule : rules.get()) {
      Optional<Destination> destination = destinations.find(rule.destination());
      Team team = onCall.state().rosters().teams().get(rule.team());
      if (team != null && destination.isPresent()) {
        for (HandOff handOff : handOffs(team, now)) {
          String key = key(rule, handOff);
          recent.add(key);
          if (!told.contains(key)) {
            tell(key, rule, handOff, destination.get(), now);
          }
        }
      }
    }
    told.retainAll(recent);
  }

  private void tell(
      String key, HandoverRule rule, HandOff handOff, Destination destination, Instant now) {
    OutboxMessage message =
        OutboxMessage.post(
            key,
            "hand-over " + rule.team(),
            destination,
            post(rule, handOff, now),
            now.plus(RIDDEN_OUT));
    toldOnce.tell(Set.of(key), fresh -> List.of(message), now);
    told.add(key);
  }

  private static String key(HandoverRule rule, HandOff handOff) {
    String name = String.join("\n", rule.destination(), rule.team(), handOff.at().toString());
    return "ho-" + SnapshotCodec.sha256(name).substring(0, KEY_LENGTH);
  }

  private List<HandOff> handOffs(Team team, Instant now) {
    Interval window = new Interval(now.minus(LONGEST_SHIFT), now.plusMillis(1));
    List<Segment> staffed =
        onCall
            .state()
            .resolver()
            .segments(team, 0, onCall.state().additions(team, window), window)
            .stream()
            .filter(segment -> !segment.isGap())
            .toList();
    List<HandOff> handOffs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i < staffed.size(); i++) {
      Segment before = staffed.get(i - 1);
      Segment after = staffed.get(i);
      if (haveSamePeople(before, after)) {
        continue;
      }
      Instant at = after.time().from();
      if (!at.isBefore(now.minus(NEWS))) {
        handOffs.add(
            new HandOff(
                team,
                staffed.get(first).time().from(),
                before.time().until(),
                at,
                before.people(),
                after.people()));
      }
      first = i;
    }
    return handOffs;
  }

  private static boolean haveSamePeople(Segment one, Segment other) {
    return Set.copyOf(one.people()).equals(Set.copyOf(other.people()));
  }

  private Reply post(HandoverRule rule, HandOff handOff, Instant now) {
    DigestSchedule about =
        new DigestSchedule(
            "hand-over",
            CronExpression.of("0 0 * * *"),
            handOff.team().zone(),
            null,
            new DigestFilter(Set.of(), Set.of(), Set.of(rule.team()), Set.of(), 0),
            List.of(rule.destination()),
            OnMissed.COMBINE,
            true,
            Sensitivity.NORMAL);
    DigestSnapshot snapshot =
        survey.snapshot(
            about,
            new RunId("hand-over", handOff.at()),
            new DigestWindow(handOff.shiftStart(), handOff.at()),
            DueRun.Missed.NONE,
            now);
    DigestText text = new DigestText(snapshot);
    List<Phrase> lines = new ArrayList<>();
    for (DigestSnapshot.Section section : snapshot.sections()) {
      section
          .lines()
          .forEach(
              line ->
                  lines.add(
                      Phrase.of(section.state().title() + " ")
                          .then(text.line(section.state(), line, ""))));
    }
    Overflow.Cut<Phrase> cut = Overflow.cut(lines, 0, rule.top());
    Card.Builder card =
        Card.titled("Hand-over: " + handOff.team().title())
            .tone(Tone.INFO)
            .text(
                names(handOff.from())
                    .plain(" hands over to ")
                    .then(names(handOff.to()))
                    .then(
                        handOff.shiftEnd().isBefore(handOff.at())
                            ? Phrase.of("; nobody was on call since ").time(handOff.shiftEnd())
                            : Phrase.empty())
                    .plain(". Since the shift began: " + text.totals() + "."));
    if (lines.isEmpty()) {
      card.text("Nothing is open.");
    } else {
      card.part(new Part.Bullets(cut.shown(), cut.more()));
    }
    if (!text.folded().isEmpty()) {
      card.text(text.folded());
    }
    return Reply.of(card.build())
        .publicly()
        .pinging(handOff.to().stream().map(Person::mention).collect(Collectors.toList()));
  }

  private static Phrase names(List<Person> people) {
    return Phrase.join(
        ", ", people.stream().map(p -> Phrase.empty().mention(p.mention())).toList());
  }
}
