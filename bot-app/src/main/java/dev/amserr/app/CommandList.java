package dev.amserr.app;

import dev.amserr.command.CommandSpec;
import dev.amserr.digest.command.DigestCommands;
import dev.amserr.errorcode.command.CodeCommands;
import dev.amserr.oncall.command.OnCallCommands;
import dev.amserr.recurrence.command.ErrorCommands;
import java.util.ArrayList;
import java.util.List;

/** Every command as it is declared, for whoever needs the declarations without a running bot. */
public final class CommandList {

  private CommandList() {}

  /** In the order in which they are shown. */
  public static List<CommandSpec> declared() {
    List<CommandSpec> all = new ArrayList<>(CodeCommands.declarations());
    all.add(OnCallCommands.declaration());
    all.add(ErrorCommands.declaration());
    all.add(DigestCommands.declaration());
    return List.copyOf(all);
  }
}
