package dev.amserr.discord;

import dev.amserr.command.Actor;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Says of an interaction who asked, where and when.
 *
 * @param zone the bot's: Discord does not tell a reader's
 */
record Origins(ZoneId zone, Clock clock) {

  static final String PLATFORM = "discord";

  Origin of(Interaction interaction) {
    return new Origin(
        actor(interaction),
        place(interaction),
        zone,
        interaction.getUserLocale().toLocale(),
        clock.instant(),
        Ticket.correlationId(interaction));
  }

  private static Actor actor(Interaction interaction) {
    User user = interaction.getUser();
    Member member = interaction.getMember();
    String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
    return new Actor(PLATFORM, user.getId(), name, roles(interaction.getGuild(), member));
  }

  /** None on a server that has the commands but not the bot: there it can't know the roles. */
  private static Set<String> roles(Guild guild, Member member) {
    return guild == null || guild.isDetached() || member == null
        ? Set.of()
        : member.getUnsortedRoles().stream()
            .map(ISnowflake::getId)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Place place(Interaction interaction) {
    Channel channel = interaction.getChannel();
    String id = Long.toUnsignedString(interaction.getChannelIdLong());
    if (channel != null && channel.getType().isThread() && !isDetached(interaction)) {
      ThreadChannel thread = (ThreadChannel) channel;
      return new Place(PLATFORM, thread.getParentChannel().getId(), id);
    }
    return new Place(PLATFORM, id, "");
  }

  private static boolean isDetached(Interaction interaction) {
    Guild guild = interaction.getGuild();
    return guild != null && guild.isDetached();
  }
}
