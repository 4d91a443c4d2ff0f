package dev.amserr.discord.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.EmbedType;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/**
 * One embed while it fills. Discord shows the description before the fields, so what is read after
 * fields can't go into the description any more.
 *
 * <p>Embeds are made by their constructor: JDA's builder counts UTF-16 units where Discord counts
 * code points.
 */
final class Page {

  /** Discord refuses an empty name or value; a space of no width passes. */
  static final String NOTHING = "\u200b";

  private final @Nullable String url;
  private final @Nullable String title;
  private final @Nullable String author;
  private final int colour;
  private final StringBuilder description = new StringBuilder();
  private final List<MessageEmbed.Field> fields = new ArrayList<>();
  private MessageEmbed.@Nullable ImageInfo image;
  private int missing;

  private Page(@Nullable String url, @Nullable String title, @Nullable String author, int colour) {
    this.url = url;
    this.title = title;
    this.author = author;
    this.colour = colour;
  }

  static Page titled(Optional<String> url, String title, String author, int colour) {
    return new Page(url.orElse(null), title, author.isEmpty() ? null : author, colour);
  }

  /** Goes on where another is full. */
  Page next() {
    return new Page(null, null, null, colour);
  }

  boolean takesText() {
    return fields.isEmpty();
  }

  boolean takesField() {
    return fields.size() < Limits.FIELDS;
  }

  boolean takesImage() {
    return image == null;
  }

  /** What separates a further text from the description so far. */
  String separator() {
    return description.isEmpty() ? "" : "\n";
  }

  int textRoom() {
    return Limits.DESCRIPTION - Limits.length(description.toString()) - separator().length();
  }

  void addText(String text) {
    description.append(separator()).append(text);
  }

  /** The room in the last field for a text that follows another; negative if there is none. */
  int roomAfterText() {
    if (fields.isEmpty() || !NOTHING.equals(fields.get(fields.size() - 1).getName())) {
      return -1;
    }
    String value = fields.get(fields.size() - 1).getValue();
    return Limits.FIELD_VALUE - Limits.length(value) - 1;
  }

  void addToLastField(String text) {
    MessageEmbed.Field last = fields.remove(fields.size() - 1);
    addField(NOTHING, last.getValue() + "\n" + text, false);
  }

  void addField(String name, String value, boolean inline) {
    fields.add(new MessageEmbed.Field(name, value, inline, false));
  }

  void setImage(String imageUrl, String alt) {
    image = new MessageEmbed.ImageInfo(imageUrl, null, 0, 0, alt, null, null, 0);
  }

  void miss(int parts) {
    missing += parts;
  }

  int missing() {
    return missing;
  }

  MessageEmbed toEmbed(String footer) {
    return new MessageEmbed(
        url,
        title,
        description.isEmpty() ? null : description.toString(),
        EmbedType.RICH,
        null,
        colour,
        null,
        null,
        author == null ? null : new MessageEmbed.AuthorInfo(author, null, null, null),
        null,
        footer.isEmpty() ? null : new MessageEmbed.Footer(footer, null, null),
        image,
        List.copyOf(fields),
        0);
  }
}
