package dev.amserr.app.reliability;

import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole matrix on SQLite, as the table of docs/reliability.md. Arguments: how often each point,
 * and how many at a time.
 */
public final class DeliveryMatrixProgram {

  private DeliveryMatrixProgram() {}

  /** Prints the table; ends with 1 if anything was seen twice, lost or out of order. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
    int atATime = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    Path folder = Files.createTempDirectory("amserr-matrix-");
    int wrong = 0;
    ExecutorService threads = Executors.newFixedThreadPool(atATime);
    try (DeliveryMatrix matrix = new DeliveryMatrix()) {
      System.out.println("| killed | platform | kills | as promised | parts held |");
      System.out.println("|---|---|---|---|---|");
      for (ChatKind kind : ChatKind.values()) {
        List<String> expected =
            matrix.undisturbed(kind, DeliveryMatrix.sqlite(folder, kind.name()));
        for (KillPoint point : KillPoint.values()) {
          List<Future<DeliveryMatrix.Outcome>> outcomes = new ArrayList<>();
          for (int round = 0; round < rounds; round++) {
            int number = round;
            StoreLocation store =
                DeliveryMatrix.sqlite(folder, kind.name() + "-" + point.name() + "-" + round);
            outcomes.add(
                threads.submit(
                    () ->
                        matrix.kill(
                            kind,
                            point,
                            number,
                            DeliveryMatrix.Successor.RESTARTED,
                            expected,
                            store)));
          }
          int kept = 0;
          long held = 0;
          for (Future<DeliveryMatrix.Outcome> future : outcomes) {
            DeliveryMatrix.Outcome outcome = future.get();
            boolean good =
                kind.canBeAsked() ? outcome.isExactlyOnce() : outcome.isAtMostOnceAndHeld();
            held += outcome.held();
            if (good) {
              kept++;
            } else {
              wrong++;
              System.err.println(kind + " " + point + ": " + outcome);
            }
          }
          System.out.printf(
              "| %s | %s | %d | %d | %d |%n", point.title(), kind.title(), rounds, kept, held);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    System.exit(wrong == 0 ? 0 : 1);
  }
}
