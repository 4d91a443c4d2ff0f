package dev.amserr.command.reply;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something the reader of a card can do about it.
 *
 * <p>A handler writes which action with which state ({@link Wanted}); on the way out the state is
 * stored and an id takes its place ({@link Stored}). Only stored actions can be shown: where the
 * store does not answer, a reply goes out without them.
 */
public sealed interface Action {

  /** What stands on the button or above the menu, at most 75 code points (Slack's limit). */
  String label();

  /** What happens when it is used. */
  Target target();

  /** A button. */
  record Button(String label, Style style, Target target) implements Action {
    public Button {
      requireLabel(label);
      Objects.requireNonNull(style, "style");
      Objects.requireNonNull(target, "target");
    }

    /** How much a button weighs. */
    public enum Style {
      NORMAL,
      PRIMARY,
      DANGER
    }
  }

  /** A menu of which one item is chosen, 1 to 25. */
  record Menu(String label, List<Item> items, Target target) implements Action {
    public Menu {
      requireLabel(label);
      items = List.copyOf(items);
      Objects.requireNonNull(target, "target");
      if (items.isEmpty() || items.size() > 25) {
        throw new IllegalArgumentException("A menu has 1 to 25 items, not " + items.size());
      }
    }
  }

  /**
   * An item of a menu.
   *
   * @param value what the action is given, at most 75 code points (Slack's limit)
   */
  record Item(String label, String value) {
    public Item {
      requireLabel(label);
      requireLabel(value);
    }
  }

  /** What an action does. */
  sealed interface Target {

    /** One function per case. */
    default <T> T fold(Function<Wanted, T> wanted, Function<Stored, T> stored) {
      return this instanceof Wanted w ? wanted.apply(w) : stored.apply((Stored) this);
    }
  }

  /**
   * An action by name with what it needs to know; not stored yet.
   *
   * @param state whatever the action's handler reads back
   */
  record Wanted(String action, String state) implements Target {
    public Wanted {
      ActionId.requireAction(action);
      Objects.requireNonNull(state, "state");
    }
  }

  /** An action whose state is in the store, or in the id itself. */
  record Stored(ActionId id) implements Target {
    public Stored {
      Objects.requireNonNull(id, "id");
    }
  }

  /** A button of normal weight. */
  static Button button(String label, String action, String state) {
    return new Button(label, Button.Style.NORMAL, new Wanted(action, state));
  }

  /** A button for what a reader most likely wants. */
  static Button primary(String label, String action, String state) {
    return new Button(label, Button.Style.PRIMARY, new Wanted(action, state));
  }

  /** A button for what is hard to undo. */
  static Button danger(String label, String action, String state) {
    return new Button(label, Button.Style.DANGER, new Wanted(action, state));
  }

  /** A menu. */
  static Menu menu(String label, List<Item> items, String action, String state) {
    return new Menu(label, items, new Wanted(action, state));
  }

  /** What a platform sends back, once the action is stored. */
  default Optional<ActionId> storedId() {
    return target().fold(wanted -> Optional.empty(), stored -> Optional.of(stored.id()));
  }

  /** The same action with another target. */
  default Action withTarget(Target target) {
    return fold(
        button -> new Button(button.label(), button.style(), target),
        menu -> new Menu(menu.label(), menu.items(), target));
  }

  /** One function per case. */
  default <T> T fold(Function<Button, T> button, Function<Menu, T> menu) {
    return this instanceof Button b ? button.apply(b) : menu.apply((Menu) this);
  }

  private static void requireLabel(String label) {
    if (label.isBlank() || label.codePointCount(0, label.length()) > 75) {
      throw new IllegalArgumentException(
          "A label has 1 to 75 characters and is not blank: \"" + label + "\"");
    }
  }
}
