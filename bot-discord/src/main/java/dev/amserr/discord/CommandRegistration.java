package dev.amserr.discord;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the commands to Discord where what it lists differs from what we declare: overwriting
 * counts against a daily limit, and global commands take long to spread.
 */
final class CommandRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

  private final List<CommandData> commands;
  private final List<String> guilds;

  CommandRegistration(List<CommandData> commands, List<String> guilds) {
    this.commands = List.copyOf(commands);
    this.guilds = List.copyOf(guilds);
  }

  /**
   * Asks and overwrites, waiting for Discord. With servers named, nothing stays registered
   * globally: everybody there would see each command twice.
   */
  void bringUpToDate(JDA jda) {
    bringUpToDate(
        "everywhere",
        jda.retrieveCommands(true),
        jda::updateCommands,
        guilds.isEmpty() ? commands : List.of());
    for (String id : guilds) {
      Guild guild = jda.getGuildById(id);
      if (guild == null) {
        LOG.warn("The bot is not on the server {}. Invite it: {}", id, jda.getInviteUrl());
      } else {
        bringUpToDate(
            "on the server " + id, guild.retrieveCommands(true), guild::updateCommands, commands);
      }
    }
  }

  private static void bringUpToDate(
      String where,
      RestAction<List<Command>> listing,
      Supplier<CommandListUpdateAction> overwriting,
      Collection<CommandData> wanted) {
    try {
      List<CommandData> present =
          listing.complete().stream().map(CommandData::fromCommand).toList();
      if (CommandFingerprint.of(present).equals(CommandFingerprint.of(wanted))) {
        LOG.info("The {} commands {} are up to date", wanted.size(), where);
      } else {
        overwriting.get().addCommands(wanted).complete();
        LOG.info("Registered {} commands {}", wanted.size(), where);
      }
    } catch (RuntimeException failure) {
      LOG.error("Can't register the commands {}", where, failure);
    }
  }
}
