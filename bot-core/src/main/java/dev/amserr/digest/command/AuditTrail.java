package dev.amserr.digest.command;

import dev.amserr.command.Actor;
import dev.amserr.command.Invocation;
import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.AuditLog;

/**
 * Notes what people did by commands.
 *
 * @param log where it is kept
 */
record AuditTrail(AuditLog log) {

  /**
   * Notes that whoever called did it.
   *
   * @param action such as {@code digest.send}
   * @param subject what it was done to
   */
  void note(Invocation call, String action, String subject) {
    Actor actor = call.origin().actor();
    log.append(
        new AuditEntry(
            call.origin().at(),
            actor.platform(),
            actor.id(),
            actor.displayName(),
            action,
            subject,
            "",
            "",
            ""));
  }
}
