package dev.amserr.oncall;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.amserr.time.LocalTimes;
import dev.amserr.time.ZoneTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out how a layer goes on when its people change, see {@link Layer#withPeople}. */
final class Succession {

  private final Layer old;
  private final List<String> people;
  private final Instant at;
  private final LayerTurns turns;

  Succession(Layer old, List<String> people, Instant at) {
    this.old = old;
    this.people = List.copyOf(people);
    this.at = at;
    this.turns = new LayerTurns(old, ZoneTable.of(old.zone()));
  }

  List<Layer> layers() {
    if (!at.isBefore(turns.end())) {
      return List.of(old);
    }
    long n = at.isBefore(turns.begin()) ? turns.numberAt(turns.begin()) - 1 : turns.numberAt(at);
    LocalDateTime next = expressible(n + 1);
    while (next == null) {
      n++;
      next = expressible(n + 1);
    }
    long served = turns.servedBefore(n + 1);
    if (served == 0) {
      return List.of(old.with(people, old.from(), old.until()));
    }
    int index = (int) ((served - 1) % old.people().size());
    boolean removed = !people.contains(old.people().get(index)) && turns.isServed(n);
    List<String> order = new ArrayList<>(people);
    Collections.rotate(order, -first(index));
    return removed ? handOverNow(order, next) : handOverAt(next, order);
  }

  /** Where the new order begins, given who of the old order served last. */
  private int first(int index) {
    List<String> before = old.people();
    String current = before.get(index);
    if (people.contains(current)) {
      boolean samePlace = index < people.size() && people.get(index).equals(current);
      return ((samePlace ? index : people.indexOf(current)) + 1) % people.size();
    }
    for (int i = 1; i < before.size(); i++) {
      int successor = people.indexOf(before.get((index + i) % before.size()));
      if (successor >= 0) {
        return successor;
      }
    }
    return 0;
  }

  private List<Layer> handOverAt(LocalDateTime next, List<String> order) {
    LocalDateTime end = old.until();
    return end != null && !end.isAfter(next)
        ? List.of(old)
        : List.of(old.with(old.people(), old.from(), next), old.with(order, next, end));
  }

  private List<Layer> handOverNow(List<String> order, LocalDateTime next) {
    LocalDateTime end = old.until();
    LocalDateTime now = localNow();
    LocalDateTime rest = end != null && end.isBefore(next) ? end : next;
    List<Layer> layers = new ArrayList<>();
    if (turns.begin().isBefore(at)) {
      layers.add(old.with(old.people(), old.from(), now.isBefore(rest) ? now : rest));
    }
    if (now.isBefore(rest)) {
      layers.add(old.with(order.subList(0, 1), now, rest));
    }
    if (end == null || end.isAfter(next)) {
      layers.add(old.with(order, next, end));
    }
    return layers;
  }

  /** The local time of a hand-off, if that local time means this very instant. */
  private @Nullable LocalDateTime expressible(long n) {
    if (!old.rotation().elapsed()) {
      return old.rotation().localHandOff(old.start(), n);
    }
    Instant handOff = turns.handOff(n);
    LocalDateTime local = LocalDateTime.ofInstant(handOff, old.zone());
    return LocalTimes.toInstant(local, old.zone()).equals(handOff) ? local : null;
  }

  // In an hour that occurs a second time no local time means now: then when that hour is over.
  private LocalDateTime localNow() {
    Instant second = at.truncatedTo(SECONDS);
    LocalDateTime local = LocalDateTime.ofInstant(second, old.zone());
    ZoneOffsetTransition overlap = old.zone().getRules().getTransition(local);
    return overlap == null || LocalTimes.toInstant(local, old.zone()).equals(second)
        ? local
        : overlap.getDateTimeBefore();
  }
}
