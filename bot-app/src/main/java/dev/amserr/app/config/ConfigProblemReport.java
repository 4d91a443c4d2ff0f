package dev.amserr.app.config;

import dev.amserr.yaml.Problem;
import java.util.List;

/** Mistakes as a terminal shows them. */
public final class ConfigProblemReport {

  private ConfigProblemReport() {}

  /** A line a mistake, then how many there are. */
  public static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(oneLine(problem.message())).append('\n');
    }
    return text.append(problems.size())
        .append(problems.size() == 1 ? " mistake" : " mistakes")
        .append(" in the configuration\n")
        .toString();
  }

  // What stands in a file may contain line breaks and colours for the terminal.
  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
