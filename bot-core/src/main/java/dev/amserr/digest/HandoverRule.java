package dev.amserr.digest;

/**
 * A team that wants a post at its hand-offs.
 *
 * @param team an id
 * @param destination a name
 * @param top how many recurring errors are listed, from 1
 */
public record HandoverRule(String team, String destination, int top) {

  public HandoverRule {
    if (top < 1) {
      throw new IllegalArgumentException("A hand-over lists at least one error, not " + top);
    }
  }
}
