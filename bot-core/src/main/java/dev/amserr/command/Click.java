package dev.amserr.command;

import java.util.List;
import java.util.Objects;

/**
 * One use of a button or a menu.
 *
 * @param action the name of the action
 * @param state what was kept when the button was made
 * @param chosen the values chosen from a menu; empty for a button
 * @param origin who used it, where and when
 */
public record Click(String action, String state, List<String> chosen, Origin origin) {

  public Click {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(origin, "origin");
    chosen = List.copyOf(chosen);
  }
}
