package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What holds for any roster. Each try draws a roster of its seed, in one of the 60 zones of {@link
 * RandomRosters}.
 */
class OnCallPropertiesTest {

  private static final int DAYS = 730;
  private static final int MINUTES = DAYS * 24 * 60;
  private static final LocalDate BEGIN = LocalDate.of(2025, 2, 1);
  // The sampler must have seen every hand-off, so it begins before any layer does.
  private static final int WALK_IN = 40 * 24 * 60;

  /** Every minute of two years, on every level. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void segments_equal_a_sampler_that_walks_minute_by_minute(@ForAll long seed) {
    RandomRosters random = new RandomRosters(seed, BEGIN, DAYS);
    Team team = random.team(zone(seed));
    List<Cover> covers = random.covers(team);
    OnCallResolver resolver = TestTeams.resolver(team);
    long first = WallClockSampler.minute(BEGIN);

    int[][] expected = sampled(team, covers, first);
    int[][] actual = new int[team.levels().size()][];
    for (int level = 0; level < actual.length; level++) {
      actual[level] = resolved(resolver, team, level, covers, first);
    }

    for (int level = 0; level < actual.length; level++) {
      int minute = Arrays.mismatch(actual[level], expected[level]);
      assertThat(minute)
          .as(
              "first wrong minute of level %d of %s with %s: %s",
              level, team, covers, WallClockSampler.instant(first + Math.max(0, minute)))
          .isEqualTo(-1);
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void every_instant_belongs_to_exactly_one_turn_of_a_layer_or_to_none_in_a_gap(@ForAll long seed) {
    RandomRosters random = new RandomRosters(seed, BEGIN, DAYS);
    Team team = random.team(zone(seed));
    Layer layer = team.levels().get(0).layers().get(0);
    LayerTurns turns = new LayerTurns(layer, ZoneTable.of(layer.zone()));
    Interval window = window(WallClockSampler.minute(BEGIN));

    List<Interval> pieces = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    turns.pieces(
        window,
        (time, person, turn) -> {
          pieces.add(time);
          numbers.add(turn);
          assertThat(person).isEqualTo(layer.people().get((int) (turn % layer.people().size())));
        });

    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).from()).isAfterOrEqualTo(pieces.get(i - 1).until());
      assertThat(numbers.get(i) - numbers.get(i - 1)).isBetween(0L, 1L);
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void the_segments_of_a_level_touch_and_fill_the_window(@ForAll long seed) {
    RandomRosters random = new RandomRosters(seed, BEGIN, DAYS);
    Team team = random.team(zone(seed));
    Additions covers = Additions.covers(random.covers(team));
    Interval window = window(WallClockSampler.minute(BEGIN));

    List<Segment> segments =
        TestTeams.resolver(team).segments(team, team.levels().size() - 1, covers, window);

    assertThat(segments.get(0).time().from()).isEqualTo(window.from());
    assertThat(segments.get(segments.size() - 1).time().until()).isEqualTo(window.until());
    for (int i = 1; i < segments.size(); i++) {
      assertThat(segments.get(i).time().from()).isEqualTo(segments.get(i - 1).time().until());
    }
  }

  /** The lookup, the explanation, the segments and the preview of the future are one answer. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void explanation_lookup_and_segments_agree(@ForAll long seed) {
    RandomRosters random = new RandomRosters(seed, BEGIN, DAYS);
    Team team = random.team(zone(seed));
    Additions covers = Additions.covers(random.covers(team));
    OnCallResolver resolver = TestTeams.resolver(team);
    Random moments = new Random(seed);

    for (int i = 0; i < 20; i++) {
      Instant at =
          WallClockSampler.instant(WallClockSampler.minute(BEGIN) + moments.nextInt(MINUTES));
      TeamOnCall answer = resolver.at(team, covers, at);
      for (int level = 0; level < team.levels().size(); level++) {
        OnCall onCall = answer.levels().get(level).onCall();
        List<Person> people = onCall.shifts().stream().map(Shift::person).toList();
        Explanation explanation = resolver.explain(team, level, covers, at);
        assertThat(explanation.answer()).isEqualTo(answer.levels().get(level));
        assertThat(explanation.steps().get(explanation.steps().size() - 1).holders())
            .containsExactlyInAnyOrderElementsOf(people);
        assertBoundsAreReal(resolver, team, level, covers, at, onCall);
      }
    }
  }

  /** Whoever is on call is so from the first to the last minute of their shift, and no longer. */
  private static void assertBoundsAreReal(
      OnCallResolver resolver, Team team, int level, Additions covers, Instant at, OnCall onCall) {
    for (Shift shift : onCall.shifts()) {
      assertThat(holds(resolver, team, level, covers, shift.person(), shift.from())).isTrue();
      assertThat(holds(resolver, team, level, covers, shift.person(), shift.from().minusSeconds(1)))
          .isFalse();
      if (shift.until() != null) {
        assertThat(holds(resolver, team, level, covers, shift.person(), shift.until())).isFalse();
        assertThat(
                holds(resolver, team, level, covers, shift.person(), shift.until().minusSeconds(1)))
            .isTrue();
      }
    }
    for (Upcoming next : onCall.next()) {
      assertThat(next.from()).isAfter(at);
      assertThat(holds(resolver, team, level, covers, next.person(), next.from())).isTrue();
      assertThat(holds(resolver, team, level, covers, next.person(), next.from().minusSeconds(1)))
          .isFalse();
    }
  }

  private static boolean holds(
      OnCallResolver resolver, Team team, int level, Additions covers, Person person, Instant at) {
    Interval moment = new Interval(at, at.plusNanos(1));
    return resolver.segments(team, level, covers, moment).get(0).people().contains(person);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void a_new_order_of_people_never_moves_the_present_shift(@ForAll long seed) {
    RandomRosters random = new RandomRosters(seed, BEGIN, DAYS);
    Team drawn = random.team(zone(seed));
    Layer layer = drawn.levels().get(0).layers().get(0);
    Random changes = new Random(seed);
    Instant at =
        WallClockSampler.instant(WallClockSampler.minute(BEGIN) + changes.nextInt(MINUTES));
    List<String> people = new ArrayList<>(layer.people());
    people.add(changes.nextInt(people.size() + 1), "n");

    Team before = drawn.withLevels(List.of(new Level("primary", List.of(layer))));
    Team after = drawn.withLevels(List.of(new Level("primary", layer.withPeople(people, at))));

    LayerTurns turns = new LayerTurns(layer, ZoneTable.of(layer.zone()));
    if (turns.servedBefore(turns.numberAt(at) + 1) > 0) {
      assertThat(now(after, at)).isEqualTo(now(before, at));
    }
  }

  private static List<String> now(Team team, Instant at) {
    return TestTeams.ids(
        TestTeams.resolver(team).at(team, Additions.none(), at).levels().get(0).onCall());
  }

  private static int[][] sampled(Team team, List<Cover> covers, long first) {
    WallClockSampler sampler = new WallClockSampler(team, covers, RandomRosters.PEOPLE);
    int[][] bits = new int[team.levels().size()][MINUTES];
    int[] levels = new int[bits.length];
    for (int minute = -WALK_IN; minute < MINUTES; minute++) {
      sampler.at(first + minute, levels);
      for (int level = 0; level < levels.length && minute >= 0; level++) {
        bits[level][minute] = levels[level];
      }
    }
    return bits;
  }

  private static int[] resolved(
      OnCallResolver resolver, Team team, int level, List<Cover> covers, long first) {
    int[] bits = new int[MINUTES];
    for (Segment segment :
        resolver.segments(team, level, Additions.covers(covers), window(first))) {
      int people = 0;
      for (Person person : segment.people()) {
        people |= 1 << RandomRosters.PEOPLE.indexOf(person.id());
      }
      Instant start = WallClockSampler.instant(first);
      long from = ChronoUnit.MINUTES.between(start, segment.time().from());
      long until = ChronoUnit.MINUTES.between(start, segment.time().until());
      Arrays.fill(bits, Math.toIntExact(from), Math.toIntExact(until), people);
    }
    return bits;
  }

  private static Interval window(long first) {
    return new Interval(WallClockSampler.instant(first), WallClockSampler.instant(first + MINUTES));
  }

  // Spread over all zones, whatever seeds are drawn.
  private static String zone(long seed) {
    return RandomRosters.ZONES.get(Math.floorMod(seed * 31, RandomRosters.ZONES.size()));
  }
}
