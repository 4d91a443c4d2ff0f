package dev.amserr.app.reliability;

import dev.amserr.app.store.ChildJvm;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlDigestRuns;
import dev.amserr.app.store.SqlOutbox;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.digest.DigestDesk;
import dev.amserr.digest.DigestRunner;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.RunId;
import dev.amserr.notify.Backoff;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxWorker;
import dev.amserr.recurrence.StateKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that posts the digest of nine o'clock and ends when every message of it is settled; it
 * says {@code at} where it is told to stop for ever, and {@code done} at its end.
 */
final class PostsADigest {

  static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  static final RunId RUN = new RunId("daily", NINE);
  static final DigestSchedule DAILY =
      DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC"), "team");
  static final String AT = "at";
  static final String DONE = "done";

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final int OF_EACH_STATE = 45;
  private static final long BEAT_MILLIS = 50;

  private PostsADigest() {}

  /**
   * Runs the process.
   *
   * @param arguments the store, the kind of chat, the platforms' URL, the channel's number, the
   *     clock's offset in ms, the kill point or {@code -}, and the part
   */
  public static void main(String[] arguments) throws InterruptedException {
    StoreLocation location = StoreLocation.of(arguments[0], Path.of("."));
    ChatKind kind = ChatKind.valueOf(arguments[1]);
    URI platforms = URI.create(arguments[2]);
    Destination team =
        new Destination("team", kind.channel(platforms, Integer.parseInt(arguments[3])));
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(arguments[4])));
    Destinations destinations =
        name -> Optional.of(team).filter(known -> known.name().equals(name));
    DigestDesk errors = manyErrors();
    try (Database database = Database.open(location)) {
      SqlOutbox sqlOutbox = new SqlOutbox(database, new ReplyCodec(id -> new byte[0]));
      DigestRuns runs = new SqlDigestRuns(database, sqlOutbox);
      Outbox outbox = sqlOutbox;
      if (!arguments[5].equals("-")) {
        StallingStores stalling =
            new StallingStores(
                KillPoint.valueOf(arguments[5]),
                Integer.parseInt(arguments[6]),
                PostsADigest::stall);
        runs = stalling.runs(runs);
        outbox = stalling.outbox(outbox);
      }
      String process = "process-" + ProcessHandle.current().pid();
      DigestRunner runner =
          new DigestRunner(
              () -> List.of(DAILY),
              runs,
              errors.survey,
              errors.composer,
              destinations,
              clock,
              process);
      OutboxWorker worker =
          new OutboxWorker(
              outbox,
              destinations,
              List.of(kind.messenger(platforms, clock)),
              new Backoff(() -> 0.5),
              (entry, verdict, at) -> {},
              lane -> true,
              clock,
              Runnable::run,
              process,
              LEASE);
      do {
        runner.wake();
        worker.wake();
        TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
      } while (isOpen(sqlOutbox.ofTopic(RUN.toString())));
    }
    ChildJvm.say(DONE);
    Runtime.getRuntime().halt(0);
  }

  private static boolean isOpen(List<OutboxEntry> entries) {
    return entries.isEmpty() || entries.stream().anyMatch(entry -> entry.state().isOpen());
  }

  private static void stall() {
    ChildJvm.say(AT);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Enough for a digest of several messages; the codes count up from its first line. */
  private static DigestDesk manyErrors() {
    DigestDesk desk = new DigestDesk(NINE);
    Instant at = NINE.minus(Duration.ofHours(2));
    int code = 0;
    for (StateKind state : List.of(StateKind.SPIKE, StateKind.REGRESSED, StateKind.RAMP)) {
      for (int i = 0; i < OF_EACH_STATE; i++) {
        code++;
        desk.open(desk.count(String.format(Locale.ROOT, "0x2020%04d", code), at, 60), state, at);
      }
    }
    return desk;
  }
}
