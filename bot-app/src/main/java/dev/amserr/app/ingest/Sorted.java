package dev.amserr.app.ingest;

import dev.amserr.recurrence.ingest.Intake;
import dev.amserr.recurrence.ingest.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What of a body is counted, and what not, with reasons.
 *
 * @param rejected in the order of the body
 */
record Sorted<T>(List<T> items, List<Rejection> rejected) {

  /** Keeps the items whose source the sender may report for. */
  static <T> Sorted<T> of(Intake.Understood<T> intake, Function<T, String> source, Sender sender) {
    if (intake.items().stream().map(source).allMatch(sender.covers())) {
      return new Sorted<>(intake.items(), intake.rejected());
    }
    Set<Integer> taken = new HashSet<>();
    intake.rejected().forEach(rejection -> taken.add(rejection.index()));
    List<T> items = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>(intake.rejected());
    int index = 0;
    for (T item : intake.items()) {
      while (taken.contains(index)) {
        index++;
      }
      String name = source.apply(item);
      if (sender.covers().test(name)) {
        items.add(item);
      } else {
        rejected.add(new Rejection(index, sender.objection(name)));
      }
      index++;
    }
    rejected.sort(Comparator.comparingInt(Rejection::index));
    return new Sorted<>(items, rejected);
  }
}
