package dev.amserr.slack.blockkit;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.amserr.command.render.PlainTextRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Replies as Block Kit, within every limit of Slack. What does not fit is counted in lines at the
 * end; a card's actions stay with its title. Data never notifies anybody: only {@link
 * Reply#pings()} do, in public replies. Thread-safe.
 */
public final class BlockKitRenderer {

  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,20}");
  private static final PlainTextRenderer FALLBACK = PlainTextRenderer.within(Limits.FALLBACK);

  /** Room for {@code and 2,147,483,647 more lines}. */
  private static final Packer.Reserve NOTE = new Packer.Reserve(1, 30);

  private final Pictures pictures;

  /**
   * A renderer for one site.
   *
   * @param pictureUrl where Slack can fetch a drawn picture by https, by its id; empty where the
   *     bot has no public address
   */
  public BlockKitRenderer(Function<String, Optional<URI>> pictureUrl) {
    this(new Pictures(pictureUrl, false));
  }

  private BlockKitRenderer(Pictures pictures) {
    this.pictures = pictures;
  }

  /** The same renderer for a Slack that can't fetch the pictures: it describes them. */
  public BlockKitRenderer inWords() {
    return new BlockKitRenderer(new Pictures(pictures.addresses(), true));
  }

  /** A card, or what stands above the cards. */
  private record Group(List<Row> rows, List<Row.Block> actions, List<Row.Block> share) {

    int lines() {
      return rows.stream().mapToInt(Row::lines).sum() + actions.stream().mapToInt(Row::lines).sum();
    }
  }

  /**
   * The reply for Slack.
   *
   * @param time for texts that Slack can't show in the zone of whoever reads them
   */
  public SlackMessage render(Reply reply, ReaderTime time) {
    List<Group> groups = groups(reply, new CardRows(pictures, time));
    String text = Escaped.within(FALLBACK.render(reply, time), Limits.FALLBACK);
    int room = Limits.MESSAGE - text.length();
    List<LayoutBlock> blocks = whole(groups, room).orElseGet(() -> cut(groups, room));
    return new SlackMessage(text, blocks, undrawn(reply));
  }

  private static List<Group> groups(Reply reply, CardRows cards) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(intro(reply, cards), List.of(), List.of()));
    for (Card card : reply.cards()) {
      List<Row> rows = new ArrayList<>();
      rows.add(cards.header(card));
      rows.addAll(cards.body(card));
      groups.add(new Group(rows, ActionRows.all(card.actions()), ActionRows.share(card.actions())));
    }
    return groups;
  }

  private static List<Row> intro(Reply reply, CardRows cards) {
    List<Row> rows = new ArrayList<>();
    List<String> pings =
        reply.privacy() == Privacy.PUBLIC
            ? reply.pings().stream().flatMap(ping -> user(ping).stream()).distinct().toList()
            : List.of();
    if (!pings.isEmpty()) {
      rows.add(new Row.Line(String.join(" ", pings), Row.Form.MRKDWN, true, 1));
    }
    if (!reply.text().isBlank()) {
      rows.addAll(cards.lines(List.of(Phrase.of(reply.text()))));
    }
    return rows;
  }

  private static Optional<String> user(Mention mention) {
    return mention.idOn("slack").filter(USER.asMatchPredicate()).map(id -> "<@" + id + ">");
  }

  private static Optional<List<LayoutBlock>> whole(List<Group> groups, int room) {
    Packer packer = new Packer(Limits.BLOCKS, room);
    for (Group group : groups) {
      for (Row row : group.rows()) {
        if (!packer.add(row, Packer.Reserve.NONE)) {
          return Optional.empty();
        }
      }
      for (Row row : group.actions()) {
        if (!packer.add(row, Packer.Reserve.NONE)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(packer.blocks());
  }

  private static List<LayoutBlock> cut(List<Group> groups, int room) {
    Packer packer = new Packer(Limits.BLOCKS, room);
    List<Row.Block> lastShare = groups.get(groups.size() - 1).share();
    List<Row.Block> ending = new ArrayList<>();
    boolean full = false;
    int missing = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      if (full) {
        missing += group.lines();
        continue;
      }
      List<Row.Block> share = i == groups.size() - 1 ? List.of() : lastShare;
      Packer.Reserve reserve = NOTE.and(group.actions()).and(share);
      int shown = 0;
      for (Row row : group.rows()) {
        full = full || !packer.add(row, reserve);
        shown += full ? 0 : 1;
        missing += full ? row.lines() : 0;
      }
      if (full) {
        ending.addAll(shown > 0 ? group.actions() : List.of());
        ending.addAll(share);
      } else {
        group.actions().forEach(row -> packer.add(row, Packer.Reserve.NONE));
      }
    }
    packer.add(note(missing), Packer.Reserve.NONE);
    ending.forEach(row -> packer.add(row, Packer.Reserve.NONE));
    return packer.blocks();
  }

  private static Row note(int missing) {
    String text = Overflow.note(missing) + (missing == 1 ? " line" : " lines");
    return new Row.Block(
        ContextBlock.builder().elements(List.of(Texts.plain(text))).build(), text.length(), 0);
  }

  private List<Part.Image> undrawn(Reply reply) {
    return reply.cards().stream()
        .flatMap(card -> card.parts().stream())
        .flatMap(part -> image(part).stream())
        .filter(pictures::mustBeSent)
        .toList();
  }

  private static Optional<Part.Image> image(Part part) {
    return part.fold(
        facts -> Optional.empty(),
        text -> Optional.empty(),
        code -> Optional.empty(),
        bullets -> Optional.empty(),
        table -> Optional.empty(),
        sparkline -> Optional.empty(),
        Optional::of,
        links -> Optional.empty());
  }
}
