package dev.amserr.errorcode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The operations of {@link DecoderBenchmark} by the processor time of their thread.
 *
 * <p>For machines that are busy with other work: waiting for a processor does not count, though a
 * shared cache and processors that share a core still do. On an idle machine use the benchmarks.
 */
public final class DecoderProcessorTime {

  private static final double NANOS_A_MICRO = 1_000;
  private static final double NANOS_A_MILLI = 1_000_000;
  private static final int ROUNDS = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DecoderProcessorTime() {}

  public static void main(String[] args) {
    long start = THREADS.getCurrentThreadCpuTime();
    int codes = CatalogLoader.builtIn().size();
    long loaded = THREADS.getCurrentThreadCpuTime() - start;
    System.out.printf(
        Locale.ROOT, "first load of %d codes: %.0f ms%n", codes, loaded / NANOS_A_MILLI);
    DecoderBenchmark decoder = new DecoderBenchmark();
    print("exactCode", 2_000_000, decoder::exactCode);
    print("exactCodePastTheCache", 100_000, decoder::exactCodePastTheCache);
    print("exactCodeAsJson", 100_000, decoder::exactCodeAsJson);
    print("messageOf4Kilobytes", 6_000, decoder::messageOf4Kilobytes);
    print("logOf300KilobytesWith5000Repeats", 150, decoder::logOf300KilobytesWith5000Repeats);
  }

  /** Prints the best of some rounds, the first of which warm up. */
  private static void print(String name, int times, Supplier<?> operation) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        if (operation.get() == null) {
          throw new IllegalStateException(name);
        }
      }
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / (double) times);
    }
    System.out.printf(Locale.ROOT, "%s: %.3f µs%n", name, best / NANOS_A_MICRO);
  }
}
