package dev.amserr.discord.render;

import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * The buttons and menus of all cards of a reply: five buttons in a row, a menu in a row of its own.
 *
 * @param more how many did not fit
 */
record ActionRows(List<ActionRow> rows, int more) {

  static ActionRows of(Reply reply) {
    Builder builder = new Builder();
    stored(reply).forEach(builder::add);
    return builder.build();
  }

  /** Each once: Discord takes an id only once in a message. What is not stored can't be shown. */
  private static Map<ActionId, Action> stored(Reply reply) {
    Map<ActionId, Action> actions = new LinkedHashMap<>();
    for (Card card : reply.cards()) {
      for (Action action : card.actions()) {
        action.storedId().ifPresent(id -> actions.putIfAbsent(id, action));
      }
    }
    return actions;
  }

  private static final class Builder {

    private final List<ActionRow> rows = new ArrayList<>();
    private final List<Button> open = new ArrayList<>();
    private int more;

    void add(ActionId id, Action action) {
      action
          .<Runnable>fold(button -> () -> addButton(id, button), menu -> () -> addMenu(id, menu))
          .run();
    }

    ActionRows build() {
      closeRow();
      return new ActionRows(rows, more);
    }

    private void addButton(ActionId id, Action.Button button) {
      if (open.size() == Limits.BUTTONS_IN_A_ROW) {
        closeRow();
      }
      if (rows.size() == Limits.ROWS) {
        more++;
        return;
      }
      ButtonStyle style =
          switch (button.style()) {
            case NORMAL -> ButtonStyle.SECONDARY;
            case PRIMARY -> ButtonStyle.PRIMARY;
            case DANGER -> ButtonStyle.DANGER;
          };
      open.add(Button.of(style, id.toString(), button.label()));
    }

    private void addMenu(ActionId id, Action.Menu menu) {
      closeRow();
      if (rows.size() == Limits.ROWS) {
        more++;
        return;
      }
      List<SelectOption> options =
          menu.items().stream().map(item -> SelectOption.of(item.label(), item.value())).toList();
      rows.add(
          ActionRow.of(
              StringSelectMenu.create(id.toString())
                  .setPlaceholder(menu.label())
                  .addOptions(options)
                  .build()));
    }

    private void closeRow() {
      if (!open.isEmpty()) {
        rows.add(ActionRow.of(open));
        open.clear();
      }
    }
  }
}
