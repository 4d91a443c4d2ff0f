package dev.amserr.app.cli;

import dev.amserr.app.CommandList;
import dev.amserr.slack.SlackManifest;
import java.io.PrintStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slack-manifest}: what to paste into Slack to make the app. */
@Command(
    name = "slack-manifest",
    description = "Print the manifest of the Slack app, to be pasted into Slack.",
    mixinStandardHelpOptions = true)
final class SlackManifestCommand implements Callable<Integer> {

  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Where Slack reaches the bot, such as https://amserr.example.com")
  URI url = URI.create("");

  @Option(
      names = "--with",
      paramLabel = "EXTRA",
      description =
          "What the bot may do more of, with more scopes: ${COMPLETION-CANDIDATES}. Can be given"
              + " several times.")
  Set<SlackManifest.Extra> extras = EnumSet.noneOf(SlackManifest.Extra.class);

  SlackManifestCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      err.println(
          "amserr: --url is an address without ? and #, such as https://amserr.example.com");
      return Exit.BAD_USAGE;
    }
    if (url.getHost() == null && url.getRawAuthority() != null) {
      err.println(
          "amserr: --url names no host that Slack could call. A host with letters beyond ASCII is"
              + " written in its ASCII form, such as https://xn--mnchen-3ya.example");
      return Exit.BAD_USAGE;
    }
    try {
      out.println(new SlackManifest(CommandList.declared()).json(url, extras));
      return Exit.ANSWERED;
    } catch (IllegalArgumentException e) {
      err.println("amserr: " + e.getMessage());
      return Exit.BAD_USAGE;
    }
  }
}
