package dev.amserr.recurrence.ingest;

import java.util.List;
import java.util.function.Function;

/**
 * What a body turned out to be.
 *
 * @param <T> what is made of an item
 */
public sealed interface Intake<T> {

  /** One function per case. */
  default <R> R fold(Function<Understood<T>, R> understood, Function<Unreadable<T>, R> unreadable) {
    return this instanceof Understood<T> u
        ? understood.apply(u)
        : unreadable.apply((Unreadable<T>) this);
  }

  /**
   * It could be understood.
   *
   * @param items those that are good, in the order of the body
   * @param rejected the others
   */
  record Understood<T>(List<T> items, List<Rejection> rejected) implements Intake<T> {
    public Understood {
      items = List.copyOf(items);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * It could not be read, so nothing of it was taken.
   *
   * @param reason a sentence that says what is wrong, without repeating the body
   */
  record Unreadable<T>(String reason) implements Intake<T> {}
}
