package dev.amserr.slack.fake;

import dev.amserr.command.CommandSpec;
import dev.amserr.slack.inbound.Refusal;
import java.util.List;

/** A running bot that a workspace has installed. */
public interface InstalledBot {

  /** The workspace. */
  FakeSlack slack();

  /** Its commands. Each of them can be called. */
  List<CommandSpec> declared();

  /** A line whose answer has a button to share it. */
  String shareableLine();

  /** How many requests it has counted as refused for this cause. */
  long refused(Refusal cause) throws Exception;
}
