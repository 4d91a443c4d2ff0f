package dev.amserr.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import java.util.ArrayList;
import java.util.List;

/** Buttons and menus. Actions that are not stored can't be shown. */
final class ActionRows {

  private static final String SHARE = "share";

  private ActionRows() {}

  /** All of a card's actions. */
  static List<Row.Block> all(List<Action> actions) {
    List<Action> stored = actions.stream().filter(a -> a.storedId().isPresent()).toList();
    List<Row.Block> rows = new ArrayList<>();
    for (int from = 0; from < stored.size(); from += Limits.ACTIONS) {
      rows.add(row(stored.subList(from, Math.min(from + Limits.ACTIONS, stored.size()))));
    }
    return rows;
  }

  /** The button that shares the whole reply, which stays even where its card does not. */
  static List<Row.Block> share(List<Action> actions) {
    return all(
        actions.stream()
            .filter(a -> a.storedId().map(ActionId::action).filter(SHARE::equals).isPresent())
            .toList());
  }

  private static Row.Block row(List<Action> actions) {
    List<BlockElement> elements = new ArrayList<>();
    int length = 0;
    for (Action action : actions) {
      String id = action.storedId().map(ActionId::toString).orElseThrow();
      elements.add(action.<BlockElement>fold(b -> button(b, id), m -> menu(m, id)));
      length += action.<Integer>fold(b -> b.label().length(), ActionRows::length) + id.length();
    }
    return new Row.Block(ActionsBlock.builder().elements(elements).build(), length, 1);
  }

  private static BlockElement button(Action.Button button, String id) {
    ButtonElement element =
        ButtonElement.builder()
            .actionId(id)
            .text(Texts.plain(Escaped.within(button.label(), Limits.BUTTON_TEXT)))
            .build();
    switch (button.style()) {
      case NORMAL -> {}
      case PRIMARY -> element.setStyle("primary");
      case DANGER -> element.setStyle("danger");
    }
    return element;
  }

  private static BlockElement menu(Action.Menu menu, String id) {
    return StaticSelectElement.builder()
        .actionId(id)
        .placeholder(Texts.plain(Escaped.of(menu.label())))
        .options(menu.items().stream().map(ActionRows::option).toList())
        .build();
  }

  private static OptionObject option(Action.Item item) {
    return OptionObject.builder()
        .text(Texts.plain(Escaped.within(item.label(), Limits.OPTION_TEXT)))
        .value(item.value())
        .build();
  }

  private static int length(Action.Menu menu) {
    return menu.label().length()
        + menu.items().stream().mapToInt(i -> i.label().length() + i.value().length()).sum();
  }
}
