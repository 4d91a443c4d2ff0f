package dev.amserr.discord.render;

import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replies as Discord messages. Always gives one that Discord takes: what does not fit is counted,
 * in place or in a footer. Thread-safe.
 */
public final class ReplyRenderer {

  /** Room for "and 1,234 more" under each embed and "and 1,234 more cards" under the last. */
  private static final int NOTES = Limits.EMBEDS * 20 + 30;

  /** Names and notifications together stay far below the 2,000 characters of a content. */
  private static final int MOST_PINGS = 40;

  /**
   * The message for an answer.
   *
   * @param time for times in tables; elsewhere each reader's client shows its own
   */
  public DiscordMessage render(Reply reply, ReaderTime time) {
    return render(reply, time, "");
  }

  /**
   * The message with a mark by which it can be found again, small at its end.
   *
   * @param mark letters and digits; empty for none
   */
  public DiscordMessage render(Reply reply, ReaderTime time, String mark) {
    ActionRows actions = ActionRows.of(reply);
    String end =
        Stream.of(EmbedPacker.note(actions.more(), "button"), mark)
            .filter(note -> !note.isEmpty())
            .collect(Collectors.joining(" · "));
    EmbedPacker packer = packed(reply, time, Limits.ALL_EMBEDS - Limits.length(end));
    if (packer.hasLeftOut()) {
      packer = packed(reply, time, Limits.ALL_EMBEDS - Limits.length(end) - NOTES);
    }
    return new DiscordMessage(
        content(reply, reply.cards().isEmpty() ? end : ""),
        packer.embeds(end),
        actions.rows(),
        packer.pictures(),
        notified(reply));
  }

  private static EmbedPacker packed(Reply reply, ReaderTime time, int budget) {
    EmbedPacker packer = new EmbedPacker(time, budget);
    packer.add(reply.cards());
    return packer;
  }

  /** The text, then whom it is for: a mention notifies only where it stands in the content. */
  private static String content(Reply reply, String end) {
    Overflow.Cut<Mention> pings = Overflow.cut(reply.pings(), 0, MOST_PINGS);
    List<String> names = new ArrayList<>();
    pings.shown().forEach(person -> names.add(nameOf(person)));
    if (pings.more() > 0) {
      names.add(pings.note());
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" ", names));
    lines.add(end.isEmpty() ? "" : "-# " + end);
    lines.removeIf(String::isEmpty);
    String below = String.join("\n", lines);
    int room = Limits.CONTENT - (below.isEmpty() ? 0 : Limits.length(below) + 1);
    String text = Markdown.text(reply.text().strip()).within(room);
    if (text.isBlank()) {
      return below;
    }
    return below.isEmpty() ? text : text + "\n" + below;
  }

  private static String nameOf(Mention person) {
    return Markdown.mention(person)
        .orElseGet(() -> Markdown.line(Overflow.text(person.name(), 20)).whole());
  }

  private static Set<String> notified(Reply reply) {
    return reply.pings().stream()
        .limit(MOST_PINGS)
        .filter(person -> Markdown.mention(person).isPresent())
        .map(person -> person.idOn("discord"))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
