package dev.amserr.app.reliability;

/** Where a process is killed on the way of a digest. */
enum KillPoint {
  /** The snapshot is taken and nothing is kept yet. */
  BEFORE_CLAIM("before the claim"),
  /** Claim, snapshot and outbox are committed. */
  AFTER_CLAIM("after the claim and the snapshot"),
  /** A part is taken from the outbox. */
  BEFORE_SENDING("before SENDING"),
  /** SENDING is committed, and no byte has left. */
  AFTER_SENDING("before the POST"),
  /** The platform shows the message and has not answered. */
  POST_ARRIVED("after the POST, before its answer"),
  /** The answer is there and not kept yet. */
  AFTER_ANSWER("after its answer, before SENT"),
  /** SENT is committed. */
  AFTER_SENT("after SENT"),
  /** The next part is taken from the outbox. */
  BETWEEN_PARTS("between parts");

  private final String title;

  KillPoint(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
