package dev.amserr.app.console;

import dev.amserr.command.reply.Reply;
import java.util.function.Supplier;

/**
 * Something that stands beside the chat and is looked at anew every half minute.
 *
 * @param id such as {@code oncall}
 * @param title such as {@code On call now}
 * @param content what it shows now; where there is nothing to show, a sentence that says so
 */
public record Panel(String id, String title, Supplier<Reply> content) {

  public Panel {
    if (!id.matches("[a-z][-a-z]*") || title.isBlank()) {
      throw new IllegalArgumentException("A panel needs an id and a title: " + id);
    }
  }
}
