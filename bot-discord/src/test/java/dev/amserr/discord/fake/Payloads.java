package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Discord's objects, with every field that JDA and discord.js need to build theirs. */
final class Payloads {

  /** Discord's documented set of all permissions that matter here. */
  private static final String PERMISSIONS = "2248473465835073";

  private Payloads() {}

  static ObjectNode object() {
    return HttpExchange.JSON.createObjectNode();
  }

  static ObjectNode user(String id, String name, boolean bot) {
    ObjectNode user = object().put("id", id).put("username", name).put("discriminator", "0000");
    user.putNull("global_name").putNull("avatar");
    return user.put("bot", bot).put("public_flags", 0);
  }

  static ObjectNode member(ObjectNode user, String... roles) {
    ObjectNode member = object();
    member.set("user", user);
    member.putNull("nick").putNull("avatar").putNull("premium_since");
    member.putNull("communication_disabled_until");
    ArrayNode ids = member.putArray("roles");
    for (String role : roles) {
      ids.add(role);
    }
    return member
        .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
        .put("deaf", false)
        .put("mute", false)
        .put("pending", false)
        .put("flags", 0)
        .put("permissions", PERMISSIONS);
  }

  static ObjectNode channel(String id, String guildId, String name) {
    ObjectNode channel =
        object()
            .put("id", id)
            .put("type", 0)
            .put("guild_id", guildId)
            .put("name", name)
            .put("position", 0)
            .put("nsfw", false)
            .put("rate_limit_per_user", 0)
            .put("flags", 0)
            .put("permissions", PERMISSIONS);
    channel.putNull("parent_id").putNull("topic").putNull("last_message_id");
    channel.putArray("permission_overwrites");
    return channel;
  }

  static ObjectNode role(String id, String name, int position) {
    ObjectNode role =
        object()
            .put("id", id)
            .put("name", name)
            .put("color", 0)
            .put("hoist", false)
            .put("position", position)
            .put("permissions", PERMISSIONS)
            .put("managed", false)
            .put("mentionable", false)
            .put("flags", 0);
    role.putNull("icon").putNull("unicode_emoji");
    role.putObject("colors")
        .put("primary_color", 0)
        .putNull("secondary_color")
        .putNull("tertiary_color");
    return role;
  }

  static ObjectNode guild(String id, String ownerId, ObjectNode bot, ObjectNode... channels) {
    ObjectNode guild =
        object()
            .put("id", id)
            .put("name", "Streaming")
            .put("owner_id", ownerId)
            .put("afk_timeout", 300)
            .put("verification_level", 0)
            .put("default_message_notifications", 0)
            .put("explicit_content_filter", 0)
            .put("mfa_level", 0)
            .put("nsfw_level", 0)
            .put("premium_tier", 0)
            .put("premium_subscription_count", 0)
            .put("premium_progress_bar_enabled", false)
            .put("preferred_locale", "en-US")
            .put("system_channel_flags", 0)
            .put("member_count", 2)
            .put("large", false)
            .put("unavailable", false)
            .put("joined_at", "2026-01-01T00:00:00.000000+00:00");
    for (String none :
        new String[] {
          "icon",
          "splash",
          "discovery_splash",
          "afk_channel_id",
          "application_id",
          "system_channel_id",
          "rules_channel_id",
          "public_updates_channel_id",
          "safety_alerts_channel_id",
          "vanity_url_code",
          "description",
          "banner",
          "max_presences"
        }) {
      guild.putNull(none);
    }
    for (String empty :
        new String[] {
          "features",
          "emojis",
          "stickers",
          "voice_states",
          "threads",
          "presences",
          "stage_instances",
          "guild_scheduled_events",
          "soundboard_sounds"
        }) {
      guild.putArray(empty);
    }
    guild.putArray("roles").add(role(id, "@everyone", 0));
    guild.putArray("members").add(member(bot));
    ArrayNode list = guild.putArray("channels");
    for (ObjectNode channel : channels) {
      list.add(channel);
    }
    return guild;
  }

  static ObjectNode message(String id, String channelId, ObjectNode author, String content) {
    ObjectNode message =
        object()
            .put("id", id)
            .put("channel_id", channelId)
            .put("content", content)
            .put("timestamp", Instant.ofEpochMilli(Snowflakes.millis(id)).toString())
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("type", 0)
            .put("flags", 0);
    message.putNull("edited_timestamp");
    message.set("author", author);
    for (String empty :
        new String[] {"mentions", "mention_roles", "attachments", "embeds", "components"}) {
      message.putArray(empty);
    }
    return message;
  }
}
