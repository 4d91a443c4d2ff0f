package dev.amserr.app.ingest;

import dev.amserr.recurrence.Receipt;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** How much was counted, how often that was refused, and how much waits. Thread-safe. */
public final class CountingMetrics implements MeterBinder {

  private final IntSupplier waiting;
  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicate = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /**
   * @param waiting how much waits to be counted now
   */
  CountingMetrics(IntSupplier waiting) {
    this.waiting = waiting;
  }

  void counted(Receipt receipt) {
    accepted.add(receipt.accepted());
    duplicate.add(receipt.duplicate());
    late.add(receipt.late());
  }

  /** Requests of which nothing was counted, because the store would not. */
  void refused(int requests) {
    refused.add(requests);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    reports(registry, "accepted", accepted);
    reports(registry, "duplicate", duplicate);
    reports(registry, "late", late);
    FunctionCounter.builder("amserr.ingest.refused", refused, LongAdder::sum)
        .description("Requests that were not counted because the store would not")
        .register(registry);
    Gauge.builder("amserr.ingest.waiting", waiting, IntSupplier::getAsInt)
        .description("Sums that wait to be written")
        .register(registry);
  }

  private static void reports(MeterRegistry registry, String outcome, LongAdder count) {
    FunctionCounter.builder("amserr.ingest.reports", count, LongAdder::sum)
        .description("Reports by what became of them; late ones are accepted too")
        .tag("outcome", outcome)
        .register(registry);
  }
}
