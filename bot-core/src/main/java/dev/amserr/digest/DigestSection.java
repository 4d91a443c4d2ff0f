package dev.amserr.digest;

/** A section of a digest, in the order of reading. */
public enum DigestSection {
  SPIKE("Spikes"),
  NEW("New"),
  REGRESSED("Back after a fix"),
  RAMP("Growing week by week"),
  RECURRING("Recurring"),
  QUIET("Gone quiet"),
  SOURCE_SILENT("Silent sources: check the reporter");

  private final String title;

  DigestSection(String title) {
    this.title = title;
  }

  /** What stands above it. */
  public String title() {
    return title;
  }
}
