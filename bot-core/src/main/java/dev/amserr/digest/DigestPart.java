package dev.amserr.digest;

import dev.amserr.command.reply.Reply;
import java.util.Set;

/**
 * One message of a digest.
 *
 * @param number from 1
 * @param of how many there are
 * @param series the ids of those whose lines it shows
 */
public record DigestPart(int number, int of, Reply content, Set<Long> series) {
  public DigestPart {
    series = Set.copyOf(series);
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("Part " + number + " of " + of);
    }
  }
}
