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
import dev.amserr.oncall.Finding;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells teams of the times ahead at which nobody is on call, at the hours they asked for. Each gap
 * is told once; one that changes is another.
 */
public final class GapPosts {

  /** A time to look that is longer ago is left out. */
  static final Duration PUNCTUAL = Duration.ofHours(1);

  private static final Duration RIDDEN_OUT = Duration.ofDays(1);
  private static final int MOST_LINES = 20;
  private static final int KEY_LENGTH = 20;

  private final Supplier<? extends Collection<GapRule>> rules;
  private final LiveOnCall onCall;
  private final Destinations destinations;
  private final ToldOnce toldOnce;
  private final Clock clock;

  public GapPosts(
      Supplier<? extends Collection<GapRule>> rules,
      LiveOnCall onCall,
      Destinations destinations,
      ToldOnce toldOnce,
      Clock clock) {
    this.rules = rules;
    this.onCall = onCall;
    this.destinations = destinations;
    this.toldOnce = toldOnce;
    this.clock = clock;
  }

  /**
   * Posts the gaps that nobody was told of, where it is time to. To be called each minute.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public void wake() {
    Instant now = clock.instant();
    for (GapRule rule : rules.get()) {
      boolean due =
          new FireTimes(rule.cron(), rule.zone())
              .previous(now.plusMillis(1))
              .filter(at -> at.isAfter(now.minus(PUNCTUAL)))
              .isPresent();
      Optional<Destination> destination = destinations.find(rule.destination());
      Team team = onCall.state().rosters().teams().get(rule.team());
      if (due && destination.isPresent() && team != null) {
        tell(rule, team, destination.get(), now);
      }
    }
  }

  private void tell(GapRule rule, Team team, Destination destination, Instant now) {
    Interval window = new Interval(now, now.plus(rule.ahead()));
    OnCallState state = onCall.state();
    Map<String, Finding> gaps = new LinkedHashMap<>();
    for (Finding finding :
        new GapForecast(state.rosters()).of(team, state.additions(team, window), window)) {
      if (finding.kind() == Finding.Kind.GAP) {
        gaps.put(key(rule, finding, window), finding);
      }
    }
    if (gaps.isEmpty()) {
      return;
    }
    toldOnce.tell(
        gaps.keySet(),
        fresh -> {
          List<Finding> news =
              gaps.entrySet().stream()
                  .filter(gap -> fresh.contains(gap.getKey()))
                  .map(Map.Entry::getValue)
                  .toList();
          return List.of(
              OutboxMessage.post(
                  gaps.keySet().stream().filter(fresh::contains).findFirst().orElseThrow(),
                  "gaps " + rule.team(),
                  destination,
                  post(team, news, window),
                  now.plus(RIDDEN_OUT)));
        },
        now);
  }

  /** A gap is named by its beginning; one that has begun, by its end, as time goes on. */
  private static String key(GapRule rule, Finding gap, Interval window) {
    String edge =
        gap.time().from().isAfter(window.from())
            ? "from " + gap.time().from()
            : gap.time().until().equals(window.until()) ? "now" : "until " + gap.time().until();
    String name = String.join("\n", rule.destination(), rule.team(), gap.name(), edge);
    return "gap-" + SnapshotCodec.sha256(name).substring(0, KEY_LENGTH);
  }

  private static Reply post(Team team, List<Finding> gaps, Interval window) {
    Overflow.Cut<Phrase> lines =
        Overflow.cut(gaps.stream().map(gap -> line(gap, window)).toList(), 0, MOST_LINES);
    return Reply.of(
            Card.titled("Gaps ahead: " + team.title())
                .tone(Tone.WARNING)
                .part(new Part.Bullets(lines.shown(), lines.more()))
                .text("Fill one with /oncall cover, or declare it under expectedGaps.")
                .build())
        .publicly();
  }

  private static Phrase line(Finding gap, Interval window) {
    boolean beyond = gap.time().until().equals(window.until());
    Phrase times =
        Phrase.empty().strong(gap.name()).plain(" ").time(gap.time().from()).plain(" – ");
    return (beyond ? times.plain("no end in sight") : times.time(gap.time().until()))
        .plain(": " + gap.text());
  }
}
