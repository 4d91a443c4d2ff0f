package dev.amserr.digest;

import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a digest tells, frozen: what is posted, previewed and shown later is made of this and
 * of nothing else. Its canonical form is {@link SnapshotCodec}'s.
 *
 * @param zone whose times are shown
 * @param sections in the order of {@link StateKind}, none empty
 * @param acknowledged how many series in a state were left out because somebody has them in hand
 * @param muted how many were left out because nobody wants to hear of them
 * @param shed what could not be kept in the window
 */
public record DigestSnapshot(
    RunId run,
    ZoneId zone,
    DigestWindow window,
    DueRun.Missed missed,
    Totals totals,
    List<Duty> duties,
    List<Section> sections,
    int acknowledged,
    int muted,
    Sheds shed,
    Chart chart) {

  public DigestSnapshot {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(missed, "missed");
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(shed, "shed");
    Objects.requireNonNull(chart, "chart");
    duties = List.copyOf(duties);
    sections = List.copyOf(sections);
  }

  /** Whether there is nothing that anybody should look at. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }

  /** How many lines all sections have. */
  public int flagged() {
    return sections.stream().mapToInt(section -> section.lines().size()).sum();
  }

  /**
   * Sums over everything the digest is about, flagged or not.
   *
   * @param before in the window of the same length right before
   * @param series how many series occurred
   */
  public record Totals(long count, long before, long series) {}

  /**
   * An owner of what the digest tells, and who is on call for it.
   *
   * @param team the id; empty for what nobody owns
   * @param people who is on call now; empty in a gap
   * @param until until when, or until when the gap lasts; null if no end is in sight
   * @param next who comes then; may be empty
   * @param doubt why it may be otherwise, such as a calendar that could not be read; may be empty
   * @param lines how many lines are theirs
   */
  public record Duty(
      String team,
      String title,
      List<Contact> people,
      @Nullable Instant until,
      List<Contact> next,
      String doubt,
      int lines) {
    public Duty {
      people = List.copyOf(people);
      next = List.copyOf(next);
    }
  }

  /**
   * Somebody, without anything that only team-mates may see.
   *
   * @param discord the user id, or empty
   * @param slack the user id, or empty
   */
  public record Contact(String name, String discord, String slack) {}

  /** The series in one state, the most frequent first. */
  public record Section(StateKind state, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("A section without lines is left out");
      }
    }
  }

  /**
   * One series. It stands in the first section of those whose state it is in.
   *
   * @param name the documented name; empty if there is none
   * @param before how often in the window before
   * @param bars how often in each stretch of the window
   * @param plays how many plays its source began; 0 if nobody says
   * @param also the other states it is in
   * @param note such as {@code daily about 02:10}; may be empty
   * @param owner the id of the owning team; empty for nobody
   */
  public record Line(
      long series,
      SeriesKey key,
      String name,
      long count,
      long before,
      List<Long> bars,
      long plays,
      Instant since,
      Why why,
      List<StateKind> also,
      String note,
      String owner) {
    public Line {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(why, "why");
      bars = List.copyOf(bars);
      also = List.copyOf(also);
    }

    /** The name, else the code. */
    public String label() {
      return name.isEmpty() ? key.code() : name;
    }
  }

  /**
   * The most frequent series over the window, to be stacked.
   *
   * @param start of the first stretch
   * @param stretch how long each is
   * @param bands the most frequent first; may be empty
   */
  public record Chart(Instant start, Duration stretch, List<Band> bands) {
    public Chart {
      bands = List.copyOf(bands);
    }
  }

  /**
   * One series of the chart.
   *
   * @param counts one for each stretch
   * @param spikes when it began to spike, within the window
   */
  public record Band(String label, String source, List<Long> counts, List<Instant> spikes) {
    public Band {
      counts = List.copyOf(counts);
      spikes = List.copyOf(spikes);
    }
  }
}
