package dev.amserr.app.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.app.store.ChildJvm;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlDigestRuns;
import dev.amserr.app.store.SqlOutbox;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.notify.OutboxEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kills processes that post a digest, lets others go on, and looks at what people see. */
final class DeliveryMatrix implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("0x2020[0-9]{4}");
  private static final long PATIENCE_SECONDS = 120;
  private static final Duration AFTER_THE_NONCE = Duration.ofMinutes(5);

  private final FakeChats chats;
  private final AtomicInteger channels = new AtomicInteger();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final Map<ChatKind, List<String>> undisturbed = new EnumMap<>(ChatKind.class);

  DeliveryMatrix() throws IOException {
    chats = new FakeChats();
  }

  /** Who goes on after a kill. */
  enum Successor {
    /** The same process, started again. */
    RESTARTED,
    /** Another process on the same store, which was there while the first one stood still. */
    ANOTHER
  }

  /**
   * What people see in the end.
   *
   * @param shown the parts, each by its first code, in order
   * @param held how many parts are held
   */
  record Outcome(List<String> expected, List<String> shown, long held, long open) {

    /** Whether every part is seen once, in order, and nothing is left to do. */
    boolean isExactlyOnce() {
      return shown.equals(expected) && held == 0 && open == 0;
    }

    /** Whether every part is seen once at most, in order, and those not seen are held. */
    boolean isAtMostOnceAndHeld() {
      List<String> rest = new ArrayList<>(expected);
      rest.retainAll(shown);
      return rest.equals(shown) && expected.size() - shown.size() <= held && held <= 1 && open == 0;
    }
  }

  /** The parts of a digest that nobody disturbs. */
  List<String> undisturbed(ChatKind kind, StoreLocation store)
      throws IOException, InterruptedException {
    synchronized (undisturbed) {
      List<String> known = undisturbed.get(kind);
      if (known == null) {
        Scene scene = new Scene(kind, store);
        scene.finish(Duration.ZERO);
        known = scene.shown();
        undisturbed.put(kind, known);
      }
      return known;
    }
  }

  /**
   * Kills a process at a point and lets another go on.
   *
   * @param round from 0; decides which part is disturbed, and on Discord whether the successor
   *     comes soon or after the nonce is forgotten
   */
  Outcome kill(
      ChatKind kind,
      KillPoint point,
      int round,
      Successor successor,
      List<String> expected,
      StoreLocation store)
      throws IOException, InterruptedException {
    Scene scene = new Scene(kind, store);
    int parts = point == KillPoint.BETWEEN_PARTS ? expected.size() - 1 : expected.size();
    int part = 1 + round % parts;
    Duration later = kind == ChatKind.DISCORD && round % 2 == 1 ? AFTER_THE_NONCE : Duration.ZERO;
    scene.killAt(point, part, successor, later);
    return scene.outcome(expected);
  }

  /** Lets two processes post the same digest at the same time. */
  Outcome race(ChatKind kind, List<String> expected, StoreLocation store)
      throws IOException, InterruptedException {
    Scene scene = new Scene(kind, store);
    try (ChildJvm first = scene.start("-", 1, Duration.ZERO);
        ChildJvm second = scene.start("-", 1, Duration.ZERO)) {
      scene.await(first, PostsADigest.DONE);
      scene.await(second, PostsADigest.DONE);
    }
    return scene.outcome(expected);
  }

  @Override
  public void close() {
    watch.shutdownNow();
    chats.close();
  }

  /** One channel, one store, one digest. */
  private final class Scene {

    private final ChatKind kind;
    private final StoreLocation store;
    private final int channel = channels.incrementAndGet();
    private final Duration offset;

    Scene(ChatKind kind, StoreLocation store) {
      this.kind = kind;
      this.store = store;
      this.offset = Duration.between(Clock.systemUTC().instant(), PostsADigest.NINE.plusSeconds(1));
      try (Database database = Database.open(store)) {
        new SqlDigestRuns(database, outbox(database))
            .progress(PostsADigest.DAILY, PostsADigest.NINE.minusSeconds(60));
      }
    }

    void killAt(KillPoint point, int part, Successor successor, Duration later)
        throws IOException, InterruptedException {
      FakeChats.Hang hang =
          point == KillPoint.POST_ARRIVED ? chats.hangAt(kind.channelId(channel), part) : null;
      try (ChildJvm victim = start(hang == null ? point.name() : "-", part, Duration.ZERO)) {
        if (hang == null) {
          await(victim, PostsADigest.AT);
        } else if (!hang.awaitArrival(PATIENCE_SECONDS)) {
          throw new IllegalStateException("No message arrived");
        }
        if (successor == Successor.RESTARTED) {
          kill(victim, hang);
          finish(later);
        } else {
          try (ChildJvm other = start("-", 1, later)) {
            await(other, PostsADigest.DONE);
            kill(victim, hang);
          }
        }
      }
    }

    private void kill(ChildJvm victim, FakeChats.Hang hang) throws InterruptedException {
      victim.kill();
      victim.waitFor();
      if (hang != null) {
        hang.release();
      }
    }

    void finish(Duration later) throws IOException, InterruptedException {
      try (ChildJvm child = start("-", 1, later)) {
        await(child, PostsADigest.DONE);
      }
    }

    ChildJvm start(String point, int part, Duration later) throws IOException {
      return ChildJvm.start(
          PostsADigest.class,
          List.of("-Xshare:auto"),
          ChildJvm.argument(store),
          kind.name(),
          chats.url().toString(),
          Integer.toString(channel),
          Long.toString(offset.plus(later).toMillis()),
          point,
          Integer.toString(part));
    }

    void await(ChildJvm child, String word) throws IOException {
      Future<?> tooLate = watch.schedule(child::kill, PATIENCE_SECONDS, TimeUnit.SECONDS);
      Optional<String> said = child.next();
      tooLate.cancel(false);
      if (!said.equals(Optional.of(word))) {
        throw new IllegalStateException("The process said " + said + " instead of " + word);
      }
    }

    Outcome outcome(List<String> expected) {
      try (Database database = Database.open(store)) {
        List<OutboxEntry> entries = outbox(database).ofTopic(PostsADigest.RUN.toString());
        return new Outcome(
            expected,
            shown(),
            entries.stream().filter(e -> e.state() == OutboxEntry.State.HELD).count(),
            entries.stream().filter(e -> e.state().isOpen()).count());
      }
    }

    List<String> shown() {
      List<String> parts = new ArrayList<>();
      for (JsonNode message : chats.shown(kind.channelId(channel))) {
        Matcher code = CODE.matcher(message.toString());
        parts.add(code.find() ? code.group() : "no code");
      }
      return parts;
    }
  }

  private static SqlOutbox outbox(Database database) {
    return new SqlOutbox(database, new ReplyCodec(id -> new byte[0]));
  }

  /** A SQLite file of its own for each scene. */
  static StoreLocation sqlite(Path folder, String name) {
    return StoreLocation.of("", folder.resolve(name));
  }
}
