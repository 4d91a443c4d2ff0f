package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.util.List;

/**
 * Everything that is known of one series.
 *
 * @param line with the counts of the timeline and of the one right before
 * @param plays how many plays its source began in that time; 0 if nobody says, or if the bars are
 *     minutes
 * @param spikes when it spiked in that time, the latest first
 * @param samples newest first
 * @param history newest first
 */
public record Dossier(
    Overview.Line line,
    Timeline timeline,
    long plays,
    List<Interval> spikes,
    List<Sample> samples,
    List<SeriesEvent> history) {

  public Dossier {
    spikes = List.copyOf(spikes);
    samples = List.copyOf(samples);
    history = List.copyOf(history);
  }
}
