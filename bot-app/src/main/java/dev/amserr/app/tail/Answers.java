package dev.amserr.app.tail;

/** What a bot answers, as a terminal may show it. */
final class Answers {

  private static final int LONGEST = 300;

  private Answers() {}

  /** In one line, without control characters. */
  static String line(String answer) {
    String line = answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
