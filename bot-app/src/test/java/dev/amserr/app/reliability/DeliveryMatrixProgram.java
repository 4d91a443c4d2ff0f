package dev.amserr.app.reliability;

import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The whole matrix, as the tables of docs/reliability.md. Arguments: how often each point, how many
 * at a time, and {@code sqlite} (the killed process is started again) or {@code postgres} (another
 * process is there on the same database; and two processes post the same digest at once).
 */
public final class DeliveryMatrixProgram {

  private final DeliveryMatrix matrix;
  private final ExecutorService threads;
  private final int rounds;
  private int wrong;

  private DeliveryMatrixProgram(DeliveryMatrix matrix, ExecutorService threads, int rounds) {
    this.matrix = matrix;
    this.threads = threads;
    this.rounds = rounds;
  }

  /** Prints the table; ends with 1 if anything was seen twice, lost or out of order. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
    int atATime = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    boolean postgres = arguments.length > 2 && arguments[2].equals("postgres");
    Path folder = Files.createTempDirectory("amserr-matrix-");
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    int wrong;
    try (DeliveryMatrix matrix = new DeliveryMatrix()) {
      DeliveryMatrixProgram program = new DeliveryMatrixProgram(matrix, threads, rounds);
      System.out.println("| killed | platform | times | as promised | parts held |");
      System.out.println("|---|---|---|---|---|");
      if (postgres) {
        program.takeOver(PostgresExtension.outsideOfTests(), folder);
      } else {
        program.restart(folder);
      }
      wrong = program.wrong;
    } finally {
      threads.shutdownNow();
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private void restart(Path folder) throws IOException, InterruptedException, ExecutionException {
    for (ChatKind kind : ChatKind.values()) {
      List<String> expected = expected(kind, folder);
      for (KillPoint point : KillPoint.values()) {
        row(
            point.title(),
            kind,
            round ->
                () ->
                    matrix.kill(
                        kind,
                        point,
                        round,
                        DeliveryMatrix.Successor.RESTARTED,
                        expected,
                        DeliveryMatrix.sqlite(folder, kind.name() + "-" + point + "-" + round)));
      }
    }
  }

  private void takeOver(PostgresExtension server, Path folder)
      throws IOException, InterruptedException, ExecutionException {
    for (ChatKind kind : ChatKind.values()) {
      List<String> expected = expected(kind, folder);
      row(
          "none of two at once",
          kind,
          round -> () -> matrix.race(kind, expected, server.freshDatabase()));
      for (KillPoint point : KillPoint.values()) {
        row(
            point.title(),
            kind,
            round ->
                () -> {
                  StoreLocation store = server.freshDatabase();
                  return matrix.kill(
                      kind, point, round, DeliveryMatrix.Successor.ANOTHER, expected, store);
                });
      }
    }
  }

  private List<String> expected(ChatKind kind, Path folder)
      throws IOException, InterruptedException {
    return matrix.undisturbed(kind, DeliveryMatrix.sqlite(folder, kind.name()));
  }

  /** One row of the table: a scene as often as asked for. */
  private void row(
      String title, ChatKind kind, Function<Integer, Callable<DeliveryMatrix.Outcome>> scene)
      throws InterruptedException, ExecutionException {
    List<Future<DeliveryMatrix.Outcome>> outcomes = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      outcomes.add(threads.submit(scene.apply(round)));
    }
    int kept = 0;
    long held = 0;
    for (Future<DeliveryMatrix.Outcome> future : outcomes) {
      DeliveryMatrix.Outcome outcome = future.get();
      boolean good = kind.canBeAsked() ? outcome.isExactlyOnce() : outcome.isAtMostOnceAndHeld();
      held += outcome.held();
      if (good) {
        kept++;
      } else {
        wrong++;
        System.err.println(kind + " " + title + ": " + outcome);
      }
    }
    System.out.printf("| %s | %s | %d | %d | %d |%n", title, kind.title(), rounds, kept, held);
  }
}
