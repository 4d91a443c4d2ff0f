package dev.amserr.benchmarks;

import dev.amserr.oncall.Additions;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverScope;
import dev.amserr.oncall.Layer;
import dev.amserr.oncall.Level;
import dev.amserr.oncall.OnCallResolver;
import dev.amserr.oncall.Person;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Rotation;
import dev.amserr.oncall.Segment;
import dev.amserr.oncall.Team;
import dev.amserr.oncall.TeamOnCall;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Who is on call in a team of 4 levels and 20 covers: one lookup (at most 50 µs), a year of the
 * team expanded (at most 5 ms).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OnCallBenchmark {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-06-10T10:30:00Z");
  private static final int LEVELS = 4;
  private static final int COVERS = 20;
  private static final int MOMENTS = 256;

  /** How all levels hand over. */
  @Param({"weekly", "daily", "every 1 hour"})
  public String rotation = "weekly";

  /** Whether the same people take turns on every level, or others on each. */
  @Param({"true", "false"})
  public boolean samePeople;

  private OnCallResolver resolver = new OnCallResolver(Rosters.none());
  private Team team = Team.of("none", ZONE, List.of(new Level("none", List.of())));
  private Additions additions = Additions.none();
  private int next;

  /** Makes the team. */
  @Setup
  public void prepare() {
    Map<String, Person> people = new LinkedHashMap<>();
    List<Level> levels = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String id = samePeople ? "p" + (i + level) % 6 : "p" + level + "x" + i;
        ids.add(id);
        people.put(id, Person.of(id, id));
      }
      LocalDateTime start = LocalDateTime.parse("2025-01-06T09:00");
      Layer layer = Layer.of(Rotation.parse(rotation).orElseThrow(), start, ZONE, ids);
      levels.add(new Level("level " + level, List.of(layer)));
    }
    List<Cover> covers = new ArrayList<>();
    List<String> ids = List.copyOf(people.keySet());
    for (int i = 0; i < COVERS; i++) {
      Instant from = NOW.plus(Duration.ofHours(12L * (i - COVERS / 2)));
      covers.add(
          new Cover(
              i + 1,
              "team",
              "level " + i % LEVELS,
              CoverScope.slot(),
              new Interval(from, from.plus(Duration.ofHours(18))),
              ids.get(i % ids.size()),
              NOW,
              "discord:1"));
    }
    team = Team.of("team", ZONE, levels);
    resolver = new OnCallResolver(new Rosters(people, Map.of("team", team), "team"));
    additions = Additions.covers(covers);
  }

  /** One lookup, at instants that move on by 17 minutes. */
  @Benchmark
  public TeamOnCall lookup() {
    next = (next + 1) % MOMENTS;
    return resolver.at(team, additions, NOW.plusSeconds(17L * 60 * next));
  }

  /** A year of all four levels. */
  @Benchmark
  public List<List<Segment>> year() {
    Interval year = new Interval(NOW, NOW.plus(Duration.ofDays(365)));
    return resolver.segments(team, additions, year);
  }
}
