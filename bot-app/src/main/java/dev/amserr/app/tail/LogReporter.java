package dev.amserr.app.tail;

import dev.amserr.errorcode.Decoder;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.ingest.LogLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reports the errors in logs to a bot. Reads no further while the bot is away, so memory stays
 * small however long that is.
 */
public final class LogReporter {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Decoder decoder;
  private final String source;
  private final Delivery delivery;
  private final Clock clock;
  private final PrintStream err;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param source who is said to report; empty for the name of each file
   * @param bot the bot's address
   * @param token its ingest token; empty for none
   * @param run names this run among all others
   * @param err where it says that the bot is away, or why it does not count something
   */
  public LogReporter(
      Decoder decoder,
      String source,
      URI bot,
      String token,
      String run,
      Clock clock,
      PrintStream err) {
    this.decoder = decoder;
    this.source = source;
    this.clock = clock;
    this.err = err;
    this.delivery = new Delivery(bot, token, run, this::pause, err, Delivery.ANSWER);
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** One function per case. */
    default <T> T fold(Function<Ended, T> ended, Function<Refused, T> refused) {
      return this instanceof Ended e ? ended.apply(e) : refused.apply((Refused) this);
    }
  }

  /**
   * All that there was has been sent.
   *
   * @param reported how many errors are counted
   * @param rejected how many the bot does not count; why has been said
   */
  public record Ended(long reported, long rejected) implements Outcome {}

  /** The bot takes no reports from here. */
  public record Refused(String why) implements Outcome {}

  /** Reads a stream to its end. */
  public Outcome read(InputStream in) throws IOException {
    LogLines log = new LogLines(decoder, source.isEmpty() ? "stdin" : source);
    Lines lines = new Lines();
    byte[] piece = new byte[64 * 1024];
    try {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        lines.add(piece, length);
        report(log, lines.take());
      }
      lines.finish();
      report(log, lines.take());
      return ended();
    } catch (Delivery.RefusedException e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended();
    }
  }

  /**
   * Follows files until it is stopped.
   *
   * @param fromStart whether what stands in them already counts too
   */
  public Outcome follow(List<Path> files, boolean fromStart) throws IOException {
    Map<FollowedFile, LogLines> logs = new LinkedHashMap<>();
    for (Path file : files) {
      String name = source.isEmpty() ? String.valueOf(file.getFileName()) : source;
      logs.put(new FollowedFile(file, fromStart), new LogLines(decoder, name));
    }
    try {
      // The first look decides where each file is read from.
      boolean more = look(logs);
      while (more || !stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        more = look(logs) && stopped.getCount() > 0;
      }
      look(logs);
      return ended();
    } catch (Delivery.RefusedException e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended();
    } finally {
      for (FollowedFile file : logs.keySet()) {
        file.close();
      }
    }
  }

  /** Ends {@link #follow} after a last look. */
  public void stop() {
    stopped.countDown();
  }

  /** Whether any file had something new. */
  private boolean look(Map<FollowedFile, LogLines> logs)
      throws InterruptedException, Delivery.RefusedException {
    boolean more = false;
    for (Map.Entry<FollowedFile, LogLines> log : logs.entrySet()) {
      try {
        List<String> lines = log.getKey().read();
        more |= !lines.isEmpty();
        report(log.getValue(), lines);
      } catch (IOException e) {
        err.println("amserr: " + log.getKey().path() + " cannot be read (" + e.getMessage() + ")");
      }
    }
    return more;
  }

  private void report(LogLines log, List<String> lines)
      throws InterruptedException, Delivery.RefusedException {
    List<Occurrence> found = new ArrayList<>();
    for (String line : lines) {
      found.addAll(log.read(line));
    }
    delivery.send(found, clock.instant());
  }

  private Ended ended() {
    return new Ended(delivery.counted(), delivery.rejected());
  }

  private void pause(Duration time) throws InterruptedException {
    if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped while the bot was away");
    }
  }
}
