package dev.amserr.app.cli;

import dev.amserr.app.config.Environment;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.TerminalRenderer;
import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/**
 * How replies are shown to the person at the command line.
 *
 * @param coloured whether what is written ends up on a screen that knows colours
 * @param width in columns
 */
record Terminal(boolean coloured, int width) {

  private static final int USUAL_WIDTH = 100;

  /** A pipe or a file. */
  static Terminal none() {
    return new Terminal(false, USUAL_WIDTH);
  }

  /**
   * That of this process. No colours where the output is no terminal, where {@code NO_COLOR} is set
   * (no-color.org) and where {@code TERM} is {@code dumb}.
   */
  static Terminal ofProcess(Environment environment) {
    boolean dumb = environment.get("TERM").filter(term -> term.equals("dumb")).isPresent();
    boolean coloured = !dumb && CommandLine.Help.Ansi.AUTO.enabled();
    int width =
        environment
            .get("COLUMNS")
            .filter(columns -> columns.matches("[1-9][0-9]{1,3}"))
            .map(Integer::parseInt)
            .orElse(USUAL_WIDTH);
    return new Terminal(coloured, width);
  }

  /** A reply as this terminal shows it; what it says of times is in UTC. */
  String render(Reply reply) {
    return render(reply, new ReaderTime(ZoneOffset.UTC, Instant.EPOCH));
  }

  /** A reply as this terminal shows it. */
  String render(Reply reply, ReaderTime time) {
    TerminalRenderer renderer =
        coloured ? TerminalRenderer.coloured(width) : TerminalRenderer.monochrome(width);
    return renderer.render(reply, time);
  }
}
