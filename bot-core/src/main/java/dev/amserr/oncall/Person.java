package dev.amserr.oncall;

import dev.amserr.command.reply.Mention;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be on call.
 *
 * @param id the key in the roster, such as {@code ana}
 * @param name as it is shown
 * @param zone where the person lives, if known
 * @param discord the user id on Discord, or empty
 * @param slack the user id on Slack, or empty
 * @param phone as written in the roster, for team-mates only, or empty
 */
public record Person(
    String id, String name, @Nullable ZoneId zone, String discord, String slack, String phone) {

  public Person {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a person needs an id and a name");
    }
  }

  /** A person of whom no more than the name is known. */
  public static Person of(String id, String name) {
    return new Person(id, name, null, "", "", "");
  }

  /** How a reply names them: with their accounts on the chat platforms. */
  public Mention mention() {
    Map<String, String> ids = new LinkedHashMap<>();
    if (!discord.isEmpty()) {
      ids.put("discord", discord);
    }
    if (!slack.isEmpty()) {
      ids.put("slack", slack);
    }
    return new Mention(name, ids);
  }

  /** Without contact data, so that none gets into a log. */
  @Override
  public String toString() {
    return id + " (" + name + ")";
  }
}
