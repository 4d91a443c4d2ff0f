package dev.amserr.app.tail;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says why events are not counted: each kind of reason once, however many events have it. */
final class RejectionNotices {

  /** A bot that is anything but one may make up reasons for ever. */
  private static final int MOST = 20;

  private final PrintStream err;
  private final Set<String> told = new HashSet<>();

  RejectionNotices(PrintStream err) {
    this.err = err;
  }

  /** Tells those that were not told yet; reasons that differ in numbers only are of one kind. */
  void tell(List<String> reasons) {
    for (String reason : reasons) {
      boolean first = told.isEmpty();
      if (told.size() < MOST && told.add(reason.replaceAll("[0-9]+", "0"))) {
        err.println("amserr: the bot does not count this: " + Answers.line(reason));
        if (first) {
          err.println("amserr: to report under another source, use --source NAME");
        }
      }
    }
  }
}
