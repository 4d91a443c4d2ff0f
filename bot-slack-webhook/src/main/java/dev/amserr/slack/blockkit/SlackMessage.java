package dev.amserr.slack.blockkit;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.amserr.command.reply.Part;
import java.util.List;

/**
 * A reply as Slack takes it.
 *
 * @param text the same without blocks, for notifications; escaped
 * @param blocks 1 to 50
 * @param pictures drawn pictures that the blocks only describe, because Slack can't fetch them
 */
public record SlackMessage(String text, List<LayoutBlock> blocks, List<Part.Image> pictures) {

  public SlackMessage {
    blocks = List.copyOf(blocks);
    pictures = List.copyOf(pictures);
  }

  /** Whether Slack must fetch a picture before it takes the message. */
  public boolean showsPictures() {
    return blocks.stream().anyMatch(ImageBlock.class::isInstance);
  }
}
