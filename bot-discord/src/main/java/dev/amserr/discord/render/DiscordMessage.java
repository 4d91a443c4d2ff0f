package dev.amserr.discord.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * A message within Discord's limits.
 *
 * @param content text above the embeds; may be empty where there are embeds
 * @param notified the ids of the users who may be notified, and nobody else
 */
public record DiscordMessage(
    String content,
    List<MessageEmbed> embeds,
    List<ActionRow> rows,
    List<Picture> pictures,
    Set<String> notified) {

  public DiscordMessage {
    embeds = List.copyOf(embeds);
    rows = List.copyOf(rows);
    pictures = List.copyOf(pictures);
    notified = Set.copyOf(notified);
  }

  /** A sentence that we wrote ourselves, without markup and data. */
  public static DiscordMessage of(String sentence) {
    return new DiscordMessage(sentence, List.of(), List.of(), List.of(), Set.of());
  }

  /** As a new message. */
  public MessageCreateData toCreate() {
    return new MessageCreateBuilder()
        .setContent(content)
        .setEmbeds(embeds)
        .setComponents(rows)
        .setFiles(uploads())
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionUsers(notified)
        .build();
  }

  /** As what replaces all of a message. */
  public MessageEditData toEdit() {
    return new MessageEditBuilder()
        .setReplace(true)
        .setContent(content)
        .setEmbeds(embeds)
        .setComponents(rows)
        .setFiles(uploads())
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionUsers(notified)
        .build();
  }

  private List<FileUpload> uploads() {
    return pictures.stream().map(Picture::upload).toList();
  }
}
