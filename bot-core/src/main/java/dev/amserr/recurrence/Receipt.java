package dev.amserr.recurrence;

/**
 * What became of a batch, in reports, not in occurrences.
 *
 * @param accepted counted now
 * @param duplicate counted before
 * @param late how many of those accepted were counted at arrival because their time was out of
 *     reach
 */
public record Receipt(int accepted, int duplicate, int late) {

  public Receipt {
    if (accepted < 0 || duplicate < 0 || late < 0 || late > accepted) {
      throw new IllegalArgumentException(accepted + ", " + duplicate + ", " + late);
    }
  }
}
