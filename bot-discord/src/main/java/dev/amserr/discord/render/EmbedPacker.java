package dev.amserr.discord.render;

import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Tone;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays cards out in embeds: texts in the description, facts in fields, what follows facts in fields
 * without a name, so that everything keeps its order. A card goes on in a further embed where one
 * is full. Used once.
 */
final class EmbedPacker {

  private static final Logger LOG = LoggerFactory.getLogger(EmbedPacker.class);

  private final TextBlocks blocks;
  private final int budget;
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Picture> pictures = new LinkedHashMap<>();
  private int spent;
  private int cardsMissing;

  /**
   * An empty message.
   *
   * @param budget what may be spent on all embeds, in code points
   */
  EmbedPacker(ReaderTime time, int budget) {
    this.blocks = new TextBlocks(time);
    this.budget = budget;
  }

  void add(List<Card> cards) {
    for (Card card : cards) {
      String title = Markdown.line(card.title()).within(Limits.TITLE);
      String word = card.tone().word();
      int cost = Limits.length(title) + Limits.length(word);
      if (cardsMissing > 0 || pages.size() == Limits.EMBEDS || cost > room()) {
        cardsMissing++;
      } else {
        spent += cost;
        pages.add(
            Page.titled(
                card.link().filter(Limits::isTaken).map(URI::toASCIIString),
                title,
                word,
                colour(card.tone())));
        card.link()
            .filter(url -> !Limits.isTaken(url))
            .ifPresent(url -> addText(Markdown.text(url.toASCIIString())));
        card.parts().forEach(this::add);
      }
    }
  }

  /** Whether something is missing of which no text says so yet. */
  boolean hasLeftOut() {
    return cardsMissing > 0 || pages.stream().anyMatch(page -> page.missing() > 0);
  }

  /**
   * The embeds, each saying in its footer what is missing of it.
   *
   * @param end what the last footer ends in; may be empty
   */
  List<MessageEmbed> embeds(String end) {
    List<MessageEmbed> embeds = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      boolean last = i == pages.size() - 1;
      List<String> notes = new ArrayList<>(List.of(Overflow.note(pages.get(i).missing())));
      notes.add(last ? note(cardsMissing, "card") : "");
      notes.add(last ? end : "");
      notes.removeIf(String::isEmpty);
      embeds.add(pages.get(i).toEmbed(String.join(" · ", notes)));
    }
    return embeds;
  }

  /** {@code and 2 more cards}; empty for 0. */
  static String note(int more, String thing) {
    return more == 0 ? "" : Overflow.note(more) + " " + thing + (more == 1 ? "" : "s");
  }

  List<Picture> pictures() {
    return List.copyOf(pictures.values());
  }

  private void add(Part part) {
    part.<Runnable>fold(
            facts -> () -> addFacts(facts),
            text -> () -> addText(Markdown.phrase(text.text())),
            code -> () -> addText(TextBlocks.code(code)),
            bullets -> () -> addText(TextBlocks.bullets(bullets)),
            table -> () -> addText(blocks.table(table)),
            sparkline -> () -> addText(TextBlocks.sparkline(sparkline)),
            image -> () -> addImage(image),
            links -> () -> addText(TextBlocks.links(links)))
        .run();
  }

  private void addText(Block block) {
    if (block.whole().isBlank()) {
      return;
    }
    Page page = last();
    if (page.takesText()) {
      int most = Math.min(page.textRoom(), room() - page.separator().length());
      String text = block.within(most);
      if (text.isEmpty()) {
        page.miss(1);
      } else {
        spent += Limits.length(page.separator() + text);
        page.addText(text);
      }
    } else if (Limits.length(block.whole()) <= Math.min(page.roomAfterText(), room() - 1)) {
      spent += 1 + Limits.length(block.whole());
      page.addToLastField(block.whole());
    } else if (page.takesField() && Limits.length(block.whole()) <= Limits.FIELD_VALUE) {
      addField(Page.NOTHING, block, false);
    } else if (canGoOn()) {
      goOn();
      addText(block);
    } else if (page.takesField()) {
      addField(Page.NOTHING, block, false);
    } else {
      page.miss(1);
    }
  }

  private void addFacts(Part.Facts facts) {
    for (Part.Fact fact : facts.facts()) {
      if (!last().takesField() && canGoOn()) {
        goOn();
      }
      if (last().takesField()) {
        addField(
            Markdown.line(fact.name()).within(Limits.FIELD_NAME),
            orNothing(fact.value()),
            facts.layout() == Part.Facts.Layout.INLINE);
      } else {
        last().miss(1);
      }
    }
  }

  private void addField(String name, Block value, boolean inline) {
    int most = Math.min(Limits.FIELD_VALUE, room() - Limits.length(name));
    String text = value.within(most);
    if (text.isEmpty()) {
      last().miss(1);
    } else {
      spent += Limits.length(name + text);
      last().addField(name, text, inline);
    }
  }

  private void addImage(Part.Image image) {
    if (!last().takesImage() && canGoOn()) {
      goOn();
    }
    if (!last().takesImage()) {
      last().miss(1);
      return;
    }
    String alt = Overflow.text(image.alt(), Limits.IMAGE_DESCRIPTION);
    image
        .source()
        .<Runnable>fold(
            remote -> () -> addRemote(remote.url(), alt),
            drawn -> () -> addDrawn(image, drawn, alt))
        .run();
  }

  private void addRemote(URI url, String alt) {
    if (Limits.isTaken(url)) {
      last().setImage(url.toASCIIString(), alt);
    } else {
      addText(Markdown.text(alt));
    }
  }

  /** A picture that can't be drawn leaves its words. */
  private void addDrawn(Part.Image image, Part.Image.Drawn drawn, String alt) {
    String fileName = image.id() + ".png";
    if (!pictures.containsKey(fileName) && pictures.size() == Limits.FILES) {
      last().miss(1);
      return;
    }
    try {
      pictures.computeIfAbsent(fileName, name -> new Picture(name, alt, drawn.png().get()));
      last().setImage("attachment://" + fileName, alt);
    } catch (RuntimeException failure) {
      LOG.error("The picture {} could not be drawn", image.id(), failure);
      addText(Markdown.text("(The picture could not be drawn.) " + alt));
    }
  }

  private boolean canGoOn() {
    return pages.size() < Limits.EMBEDS && room() > 0;
  }

  private void goOn() {
    pages.add(last().next());
  }

  private Page last() {
    return pages.get(pages.size() - 1);
  }

  private int room() {
    return budget - spent;
  }

  private static Block orNothing(Phrase value) {
    MarkedText text = Markdown.phrase(value);
    return text.whole().isBlank() ? new TextBlocks.Indivisible(Page.NOTHING) : text;
  }

  private static int colour(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> 0x95A5A6;
      case INFO -> 0x3498DB;
      case GOOD -> 0x2ECC71;
      case WARNING -> 0xF1C40F;
      case BAD -> 0xE74C3C;
    };
  }
}
