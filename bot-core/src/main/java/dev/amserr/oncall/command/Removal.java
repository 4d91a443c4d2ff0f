package dev.amserr.oncall.command;

/**
 * A cover that is to be taken back, as it is kept behind a button.
 *
 * @param cover its id
 * @param reason what the person gave as reason; may be empty
 */
record Removal(long cover, String reason) {

  String write() {
    return cover + " " + reason;
  }

  /**
   * The removal that was written.
   *
   * @throws IllegalArgumentException if the text is nothing that {@link #write} wrote
   */
  static Removal read(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("Not a stored removal");
    }
    return new Removal(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
  }
}
