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
import dev.amserr.oncall.Additions;
import dev.amserr.oncall.Finding;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.time.Durations;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells teams of the times ahead at which nobody is on call, at the hours they asked for. Each gap
 * is told once; one that begins at another time is another. While a team's calendar or covers are
 * in doubt nothing is told; if an hour passes over it, as soon as they are known again.
 */
public final class GapPosts {

  /** A time to look that is longer ago is left out. */
  static final Duration PUNCTUAL = Duration.ofHours(1);

  /** A gap that is longer has no declared parts, as those recur each week: it began as a whole. */
  private static final Duration LOOK_BACK = Duration.ofDays(31);

  private static final Duration RIDDEN_OUT = Duration.ofDays(1);
  private static final int MOST_LINES = 20;
  private static final int KEY_LENGTH = 20;

  private final Supplier<? extends Collection<GapRule>> rules;
  private final LiveOnCall onCall;
  private final Destinations destinations;
  private final ToldOnce toldOnce;
  private final Clock clock;

  /** Those of which nothing could be told when it was time to. */
  private final Set<GapRule> doubted = ConcurrentHashMap.newKeySet();

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
    Collection<GapRule> current = rules.get();
    doubted.retainAll(current);
    for (GapRule rule : current) {
      boolean due =
          doubted.contains(rule)
              || new FireTimes(rule.cron(), rule.zone())
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
    OnCallState state = onCall.state();
    Interval window = new Interval(now.minus(LOOK_BACK), now.plus(rule.ahead()));
    Additions additions = state.additions(team, window);
    if (!additions.staleness().isEmpty()) {
      doubted.add(rule);
      return;
    }
    Map<String, Gap> gaps = new LinkedHashMap<>();
    for (Finding finding : new GapForecast(state.rosters()).of(team, additions, window)) {
      if (finding.kind() == Finding.Kind.GAP && finding.time().until().isAfter(now)) {
        Gap gap = gap(finding, window, at -> state.resolver().at(team, additions, at), now);
        gaps.put(key(rule, gap), gap);
      }
    }
    doubted.remove(rule);
    if (gaps.isEmpty()) {
      return;
    }
    toldOnce.tell(
        gaps.keySet(),
        fresh -> {
          List<Gap> news =
              gaps.entrySet().stream()
                  .filter(gap -> fresh.contains(gap.getKey()))
                  .map(Map.Entry::getValue)
                  .toList();
          return List.of(
              OutboxMessage.post(
                  gaps.keySet().stream().filter(fresh::contains).findFirst().orElseThrow(),
                  "gaps " + rule.team(),
                  destination,
                  post(team, news, rule.ahead()),
                  now.plus(RIDDEN_OUT)));
        },
        now);
  }

  /**
   * A gap in full.
   *
   * @param from when it began or begins; null if nobody ever was on call before
   * @param until when it is over; null if no end is in sight
   * @param beyond whether it lasts longer than what is looked at
   */
  private record Gap(
      Finding finding, @Nullable Instant from, @Nullable Instant until, boolean beyond) {}

  /** What a window shows of a gap; what reaches out of it is looked up. */
  private static Gap gap(
      Finding finding, Interval window, Function<Instant, TeamOnCall> onCall, Instant now) {
    Interval time = finding.time();
    boolean before = time.from().equals(window.from());
    boolean beyond = time.until().equals(window.until());
    if (!before && !beyond) {
      return new Gap(finding, time.from(), time.until(), false);
    }
    return onCall
        .apply(Interval.later(time.from(), now))
        .levels()
        .get(finding.level() - 1)
        .onCall()
        .fold(
            assigned -> {
              throw new IllegalStateException("Somebody is on call in " + finding);
            },
            whole ->
                new Gap(
                    finding,
                    before ? whole.since() : time.from(),
                    beyond ? whole.until() : time.until(),
                    beyond));
  }

  /** A gap is named by its beginning; by its end if nobody ever was on call before. */
  private static String key(GapRule rule, Gap gap) {
    String edge = gap.from() != null ? "from " + gap.from() : "until " + gap.until();
    String name = String.join("\n", rule.destination(), rule.team(), gap.finding().name(), edge);
    return "gap-" + SnapshotCodec.sha256(name).substring(0, KEY_LENGTH);
  }

  private static Reply post(Team team, List<Gap> gaps, Duration ahead) {
    Overflow.Cut<Phrase> lines =
        Overflow.cut(gaps.stream().map(gap -> line(gap, ahead)).toList(), 0, MOST_LINES);
    return Reply.of(
            Card.titled("Gaps ahead: " + team.title())
                .tone(Tone.WARNING)
                .part(new Part.Bullets(lines.shown(), lines.more()))
                .text("Fill one with /oncall cover, or declare it under expectedGaps.")
                .build())
        .publicly();
  }

  private static Phrase line(Gap gap, Duration ahead) {
    Phrase line = Phrase.empty().strong(gap.finding().name()).plain(" ");
    Instant from = gap.from();
    line = (from == null ? line.plain("up to now") : line.time(from)).plain(" – ");
    Instant until = gap.until();
    if (until == null) {
      line = line.plain("no end in sight");
    } else {
      line = gap.beyond() ? line.plain("beyond " + Durations.exact(ahead)) : line.time(until);
    }
    return line.plain(": " + gap.finding().text());
  }
}
