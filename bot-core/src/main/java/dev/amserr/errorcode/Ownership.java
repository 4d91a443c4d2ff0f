package dev.amserr.errorcode;

import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which team owns a reading, and who holds its pager. */
public sealed interface Ownership {

  /** One function per case. */
  default <T> T fold(Function<Owned, T> owned, Function<Unowned, T> unowned) {
    return this instanceof Owned o ? owned.apply(o) : unowned.apply((Unowned) this);
  }

  /** In words: "Player team: Ana Ruiz (primary) until …, then Ben Cole". */
  default Phrase phrase() {
    return fold(
        owned -> Phrase.empty().strong(owned.title()).plain(": ").then(owned.pager().phrase()),
        unowned -> Phrase.of(unowned.why()));
  }

  /**
   * A team owns it.
   *
   * @param team its id
   * @param title as it is shown
   * @param why in words, such as {@code owns "amp"}
   */
  record Owned(String team, String title, String why, Pager pager) implements Ownership {}

  /**
   * No team owns it.
   *
   * @param why a sentence
   */
  record Unowned(String why) implements Ownership {}

  /**
   * Who is to be called.
   *
   * @param holders those of the first level on which anybody is on call; empty if nobody is
   * @param level the name of that level; empty if nobody is on call
   * @param until when that changes, or null if no change is in sight
   * @param next who comes then or, if nobody is on call, who comes first
   * @param doubt why this may be out of date, in words; else empty
   */
  record Pager(
      List<Mention> holders,
      String level,
      @Nullable Instant until,
      List<Mention> next,
      String doubt) {

    public Pager {
      holders = List.copyOf(holders);
      next = List.copyOf(next);
    }

    private Phrase phrase() {
      Phrase phrase =
          holders.isEmpty()
              ? Phrase.of("nobody is on call")
              : names(holders).plain(" (" + level + ")");
      if (until != null) {
        phrase = phrase.plain(" until ").time(until);
      }
      if (!next.isEmpty()) {
        phrase = phrase.plain(", then ").then(names(next));
      }
      return doubt.isEmpty() ? phrase : phrase.plain(" (" + doubt + ")");
    }

    private static Phrase names(List<Mention> people) {
      return Phrase.join(", ", people.stream().map(Phrase.empty()::mention).toList());
    }
  }
}
