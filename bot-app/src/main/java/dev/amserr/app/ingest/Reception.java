package dev.amserr.app.ingest;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.recurrence.BatchBuilder;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OnceKey;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.ResolvedCode;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.ingest.AlertFiring;
import dev.amserr.recurrence.ingest.Plays;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes occurrences in: finds their series, chooses samples, has them counted.
 *
 * <p>Of each series one sample a request is offered to the store, and so many a second of all
 * together; under pressure they lose their labels. What is given up so is counted.
 */
public final class Reception {

  /** Far more than reservoirs of 20 need, and little work. */
  private static final long SAMPLES_A_SECOND = 500;

  private final SeriesResolver resolver;
  private final CountingQueue queue;
  private final Clock clock;
  private final SampleBudget budget;

  /**
   * @param ticker measures durations; never the time of day
   */
  public Reception(SeriesResolver resolver, CountingQueue queue, Clock clock, Ticker ticker) {
    this.resolver = resolver;
    this.queue = queue;
    this.clock = clock;
    this.budget = new SampleBudget(SAMPLES_A_SECOND, ticker);
  }

  /**
   * Counts events; see {@link CountingQueue#count} for what is answered.
   *
   * @param key under which all of them are counted once; null for always
   */
  public CompletableFuture<Receipt> events(@Nullable OnceKey key, List<Occurrence> events) {
    Instant now = clock.instant();
    BatchBuilder batch = new BatchBuilder(key, now);
    Samples samples = new Samples(now);
    for (Occurrence event : events) {
      ResolvedCode code = resolver.resolve(event.code(), event.system());
      batch.add(event, code, samples.of(event, code));
    }
    return count(batch, samples);
  }

  CompletableFuture<Receipt> alerts(List<AlertFiring> alerts) {
    Instant now = clock.instant();
    BatchBuilder batch = new BatchBuilder(null, now);
    Samples samples = new Samples(now);
    for (AlertFiring alert : alerts) {
      Occurrence occurrence = alert.occurrence();
      ResolvedCode code = resolver.resolve(occurrence.code(), occurrence.system());
      batch.addAlert(occurrence, code, alert.key(), alert.seen(), samples.of(occurrence, code));
    }
    return count(batch, samples);
  }

  CompletableFuture<Receipt> plays(@Nullable OnceKey key, List<Plays> plays) {
    BatchBuilder batch = new BatchBuilder(key, clock.instant());
    plays.forEach(play -> batch.addPlays(play.source(), play.at(), play.count()));
    return queue.count(batch.build());
  }

  /** What a code means; its system is empty if it does not decode. */
  ResolvedCode resolve(String code, @Nullable String system) {
    return resolver.resolve(code, system);
  }

  private CompletableFuture<Receipt> count(BatchBuilder batch, Samples samples) {
    if (!samples.shed.isNone()) {
      queue.gaveUp(samples.shed);
    }
    return queue.count(batch.build());
  }

  /** The samples of one request. */
  private final class Samples {

    private final Instant now;
    private final Set<SeriesKey> offered = new HashSet<>();
    private final boolean pressed = queue.isPressed();
    private Sheds shed = Sheds.NONE;

    Samples(Instant now) {
      this.now = now;
    }

    @Nullable Sample of(Occurrence event, ResolvedCode code) {
      boolean says = event.message() != null || event.session() != null || !code.labels().isEmpty();
      if (!says || !offered.add(code.key(event.source()))) {
        return null;
      }
      if (!budget.take()) {
        shed = shed.plus(new Sheds(1, 0, 0));
        return null;
      }
      Instant at = event.at();
      Sample sample = Sample.of(event, at == null ? now : at, code).orElse(null);
      if (sample == null || !pressed || sample.labels().isEmpty()) {
        return sample;
      }
      shed = shed.plus(new Sheds(0, 1, 0));
      return sample.unlabelled();
    }
  }
}
