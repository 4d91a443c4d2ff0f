package dev.amserr.slack.blockkit;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import java.util.ArrayList;
import java.util.List;

/** Fills a message with rows while they fit. Lines that follow each other share a section. */
final class Packer {

  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final StringBuilder section = new StringBuilder();
  private Row.Form form = Row.Form.PLAIN;
  private boolean open;
  private int blocksLeft;
  private int lengthLeft;

  /**
   * An empty message.
   *
   * @param most how many blocks it may have
   * @param length how long all of its texts may be together
   */
  Packer(int most, int length) {
    this.blocksLeft = most;
    this.lengthLeft = length;
  }

  /** What is kept free for later. */
  record Reserve(int blocks, int length) {

    static final Reserve NONE = new Reserve(0, 0);

    Reserve and(List<Row.Block> rows) {
      return new Reserve(
          blocks + rows.size(), length + rows.stream().mapToInt(Row.Block::length).sum());
    }
  }

  /** Adds a row if that leaves the reserve free; says whether it did. */
  boolean add(Row row, Reserve reserve) {
    int blocksFree = blocksLeft - reserve.blocks();
    int lengthFree = lengthLeft - reserve.length();
    return row.fold(
        line -> line(line, blocksFree, lengthFree), block -> block(block, blocksFree, lengthFree));
  }

  /** The message so far. */
  List<LayoutBlock> blocks() {
    close();
    return List.copyOf(blocks);
  }

  private boolean line(Row.Line line, int blocksFree, int lengthFree) {
    int longer = section.length() + 1 + line.text().length();
    int growth = 1 + line.text().length();
    boolean goesOn =
        open
            && !line.opens()
            && line.form() == form
            && form.length("") + longer <= Limits.SECTION_TEXT;
    if (goesOn && growth <= lengthFree) {
      section.append('\n').append(line.text());
      lengthLeft -= growth;
      return true;
    }
    int whole = line.form().length(line.text());
    if (goesOn || blocksFree < 1 || whole > lengthFree) {
      return false;
    }
    close();
    open = true;
    form = line.form();
    section.append(line.text());
    blocksLeft--;
    lengthLeft -= whole;
    return true;
  }

  private boolean block(Row.Block row, int blocksFree, int lengthFree) {
    if (blocksFree < 1 || row.length() > lengthFree) {
      return false;
    }
    close();
    blocks.add(row.block());
    blocksLeft--;
    lengthLeft -= row.length();
    return true;
  }

  /** Slack refuses a section without text. */
  private void close() {
    if (open && section.toString().isBlank()) {
      blocksLeft++;
    } else if (open) {
      blocks.add(SectionBlock.builder().text(Texts.of(section.toString(), form)).build());
    }
    open = false;
    section.setLength(0);
  }
}
