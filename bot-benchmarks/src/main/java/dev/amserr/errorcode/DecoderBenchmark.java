package dev.amserr.errorcode;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One thread decodes codes, messages and logs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class DecoderBenchmark {

  private static final int CODES = 1024;

  private final Catalogs catalogs = CatalogLoader.builtIn();
  private final Decoder decoder = new Decoder(catalogs);
  private final String[] codes = documentedCodes(catalogs);
  private final String message = message();
  private final String log = log();
  private int next;

  /** Documented codes of all kinds, in the spelling that is pasted most. */
  private static String[] documentedCodes(Catalogs catalogs) {
    List<String> values =
        catalogs.entries().stream()
            .filter(entry -> entry.hasValue() && !entry.system().pinnedOnly())
            .filter(entry -> entry.numbers() != NumberSpace.INTEGER)
            .map(CatalogEntry::valueText)
            .toList();
    String[] codes = new String[CODES];
    for (int i = 0; i < CODES; i++) {
      codes[i] = values.get(i * 7 % values.size());
    }
    return codes;
  }

  /** 4 KB of an origin's log with five codes. */
  private static String message() {
    StringBuilder text = new StringBuilder(4096);
    int line = 0;
    while (text.length() < 4096) {
      text.append("2026-08-21T10:15:")
          .append(10 + line % 50)
          .append(".404Z origin-3 GET /live/seg_")
          .append(1000 + line)
          .append(".m4s 200 12ms 10.0.3.4:8080 id=80070005-0000-4000-8000-000000000057\n");
      if (line % 9 == 4) {
        text.append("open failed hr=0x8088002").append(line % 5).append(" while publishing\n");
      }
      line++;
    }
    return text.substring(0, 4096);
  }

  /** 300 KB with the same code 5,000 times. */
  private static String log() {
    return "10:15:42 origin-3 publishing of channel 7 broke 0x80070005\n".repeat(5_000);
  }

  private String code() {
    next = (next + 1) % CODES;
    return codes[next];
  }

  /** Of codes that come again, as those of an incident do. */
  @Benchmark
  public Decoding exactCode() {
    return decoder.decode(code());
  }

  /** Every time as if it were the first. */
  @Benchmark
  public Decoding exactCodePastTheCache() {
    return decoder.decodeFresh(code(), null);
  }

  @Benchmark
  public Decoding messageOf4Kilobytes() {
    return decoder.decode(message);
  }

  @Benchmark
  public Decoding logOf300KilobytesWith5000Repeats() {
    return decoder.decode(log);
  }

  @Benchmark
  public byte[] exactCodeAsJson() {
    return DecodingJson.decoding(decoder.decode(code()));
  }
}
