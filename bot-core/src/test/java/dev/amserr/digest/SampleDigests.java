package dev.amserr.digest;

import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Snapshots for tests. */
public final class SampleDigests {

  public static final Instant NINE = Instant.parse("2026-03-03T08:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DigestWindow DAY = new DigestWindow(NINE.minus(Duration.ofDays(1)), NINE);

  private SampleDigests() {}

  /** One line in every section, owned by a team and by nobody. */
  public static DigestSnapshot ofEverySection() {
    List<DigestSnapshot.Section> sections = new ArrayList<>();
    for (StateKind state : StateKind.values()) {
      sections.add(new DigestSnapshot.Section(state, List.of(line(state.name().length(), state))));
    }
    return snapshot(sections, 3, 1);
  }

  /** So many lines, spread over every section. */
  public static DigestSnapshot of(int lines) {
    List<DigestSnapshot.Section> sections = new ArrayList<>();
    StateKind[] states = StateKind.values();
    int next = 0;
    for (int i = 0; i < states.length; i++) {
      int until = lines * (i + 1) / states.length;
      List<DigestSnapshot.Line> members = new ArrayList<>();
      for (; next < until; next++) {
        members.add(line(next + 1, states[i]));
      }
      if (!members.isEmpty()) {
        sections.add(new DigestSnapshot.Section(states[i], members));
      }
    }
    return snapshot(sections, 0, 0);
  }

  /** Nothing to tell. */
  public static DigestSnapshot empty() {
    return snapshot(List.of(), 0, 0);
  }

  /** The same, as another run. */
  static DigestSnapshot as(RunId run, DigestSnapshot s) {
    return new DigestSnapshot(
        run,
        s.zone(),
        s.window(),
        s.missed(),
        s.totals(),
        s.duties(),
        s.sections(),
        s.acknowledged(),
        s.muted(),
        s.shed(),
        s.chart());
  }

  private static DigestSnapshot snapshot(
      List<DigestSnapshot.Section> sections, int acknowledged, int muted) {
    DigestSnapshot.Contact ana = new DigestSnapshot.Contact("Ana Ruiz", "1000000000000001", "U1");
    DigestSnapshot.Contact ben = new DigestSnapshot.Contact("Ben Cole", "", "U2");
    return new DigestSnapshot(
        new RunId("daily", NINE),
        BERLIN,
        DAY,
        new DueRun.Missed(3, NINE.minus(Duration.ofDays(2))),
        new DigestSnapshot.Totals(1234, 881, 87),
        List.of(
            new DigestSnapshot.Duty(
                "player",
                "Player team",
                List.of(ana),
                NINE.plus(Duration.ofHours(5)),
                List.of(ben),
                "",
                6),
            new DigestSnapshot.Duty("", "nobody", List.of(), null, List.of(), "", 1)),
        sections,
        acknowledged,
        muted,
        new Sheds(120, 0, 7),
        new DigestSnapshot.Chart(
            DAY.after(),
            Duration.ofHours(1),
            List.of(
                new DigestSnapshot.Band(
                    "networkErrHttpUrlNotFound",
                    "web-eu",
                    List.of(0L, 3L, 60L),
                    List.of(NINE.minus(Duration.ofHours(3)))))));
  }

  private static DigestSnapshot.Line line(long id, StateKind state) {
    boolean named = id % 2 == 1;
    return new DigestSnapshot.Line(
        id,
        new SeriesKey("amp", "0x%08X".formatted(0x20200000 + id), "web-eu_%d".formatted(id % 7)),
        named ? "MPE_ERROR_<%d>&_network_failure_while_loading".formatted(id) : "",
        120 + id,
        60,
        List.of(1L, 2L, 1L, 3L, 60L),
        id % 3 == 0 ? 10_000 : 0,
        NINE.minus(Duration.ofMinutes(90)),
        new Why(60, 18.66, 5.25),
        state == StateKind.SPIKE ? List.of(StateKind.NEW) : List.of(),
        state == StateKind.RECURRING ? "daily about 02:10" : "",
        "player");
  }
}
