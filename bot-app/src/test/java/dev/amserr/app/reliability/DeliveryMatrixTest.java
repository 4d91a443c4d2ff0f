package dev.amserr.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each point of the matrix once, in CI twice; {@link DeliveryMatrixProgram} is the whole of it. */
class DeliveryMatrixTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @TempDir static Path folder;

  private static final int ROUNDS = Integer.getInteger("matrix.rounds", 1);

  private static DeliveryMatrix matrix;

  @BeforeAll
  static void open() throws IOException {
    matrix = new DeliveryMatrix();
  }

  @AfterAll
  static void close() {
    matrix.close();
  }

  static List<Arguments> points() {
    List<Arguments> all = new ArrayList<>();
    for (ChatKind kind : ChatKind.values()) {
      for (KillPoint point : KillPoint.values()) {
        all.add(Arguments.of(kind, point));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("points")
  void a_killed_process_loses_nothing_and_shows_nothing_twice(ChatKind kind, KillPoint point)
      throws Exception {
    List<String> expected = expected(kind);

    for (int round = 0; round < ROUNDS; round++) {
      StoreLocation store = DeliveryMatrix.sqlite(folder, kind.name() + point.name() + round);

      DeliveryMatrix.Outcome outcome =
          matrix.kill(kind, point, round, DeliveryMatrix.Successor.RESTARTED, expected, store);

      assertKept(kind, outcome);
    }
  }

  @ParameterizedTest
  @EnumSource(ChatKind.class)
  void two_processes_on_one_postgresql_post_a_digest_once(ChatKind kind) throws Exception {
    List<String> expected = expected(kind);

    DeliveryMatrix.Outcome outcome = matrix.race(kind, expected, POSTGRES.freshDatabase());

    assertThat(outcome.isExactlyOnce()).as(outcome.toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ChatKind.class)
  void another_process_on_the_same_postgresql_takes_over_from_one_that_stands_still(ChatKind kind)
      throws Exception {
    List<String> expected = expected(kind);

    for (KillPoint point : List.of(KillPoint.AFTER_SENDING, KillPoint.BETWEEN_PARTS)) {
      DeliveryMatrix.Outcome outcome =
          matrix.kill(
              kind, point, 0, DeliveryMatrix.Successor.ANOTHER, expected, POSTGRES.freshDatabase());

      assertKept(kind, outcome);
    }
  }

  @Test
  void the_digest_has_several_parts() throws Exception {
    assertThat(expected(ChatKind.DISCORD)).hasSizeGreaterThan(1).isSorted();
  }

  private static List<String> expected(ChatKind kind) throws Exception {
    return matrix.undisturbed(kind, DeliveryMatrix.sqlite(folder, "undisturbed-" + kind.name()));
  }

  private static void assertKept(ChatKind kind, DeliveryMatrix.Outcome outcome) {
    boolean kept = kind.canBeAsked() ? outcome.isExactlyOnce() : outcome.isAtMostOnceAndHeld();
    assertThat(kept).as(outcome.toString()).isTrue();
  }
}
