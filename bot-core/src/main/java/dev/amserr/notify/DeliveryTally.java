package dev.amserr.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How far the messages about one thing are; changes of messages do not count.
 *
 * @param sent how many the platforms have
 * @param open how many wait or are on their way
 * @param held how many nobody can know of
 * @param dead how many will never be posted
 */
public record DeliveryTally(int sent, int open, int held, int dead) {

  /** Counts messages. */
  public static DeliveryTally of(Collection<OutboxEntry> entries) {
    int sent = 0;
    int open = 0;
    int held = 0;
    int dead = 0;
    for (OutboxEntry entry : entries) {
      if (entry.message().original().isPresent()) {
        continue;
      }
      switch (entry.state()) {
        case SENT -> sent++;
        case PENDING, SENDING, UNKNOWN -> open++;
        case HELD -> held++;
        case DEAD -> dead++;
        case COMBINED -> {}
      }
    }
    return new DeliveryTally(sent, open, held, dead);
  }

  /** Whether there is none that was posted or is to be. */
  public boolean isNone() {
    return sent + open + held + dead == 0;
  }

  /** {@code 2 delivered, 1 waiting, 1 held, 1 failed}, without what there is none of. */
  public String words() {
    List<String> words = new ArrayList<>();
    add(words, sent, "delivered");
    add(words, open, "waiting");
    add(words, held, "held");
    add(words, dead, "failed");
    return String.join(", ", words);
  }

  private static void add(List<String> words, int count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
