package dev.amserr.slack.inbound;

/** Why a request was not taken for one of Slack's. */
public enum Refusal {
  /** The body is larger than anything that Slack sends. */
  TOO_LARGE(413, "The body is larger than anything that Slack sends."),
  /** No signature, or no time of signing. */
  NOT_SIGNED(401, "The request is not signed by Slack."),
  /** A signature or a time that can't be read. */
  UNREADABLE(401, "The signature, or its time, can't be read."),
  /** Signed more than five minutes ago. */
  TOO_OLD(401, "The request was signed too long ago. Check the clocks on both sides."),
  /** Signed more than five minutes ahead of our clock. */
  TOO_NEW(401, "The request was signed in the future. Check the clocks on both sides."),
  /** Signed with another secret, or changed on the way. */
  WRONG_SIGNATURE(401, "The signature does not fit. Check the signing secret."),
  /** A request that was taken before. */
  REPLAYED(401, "The request was taken before.");

  private final int status;
  private final String sentence;

  Refusal(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  /** The HTTP status that says so. */
  public int status() {
    return status;
  }

  /** A sentence that says so. */
  public String sentence() {
    return sentence;
  }
}
