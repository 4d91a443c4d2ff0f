package dev.amserr.command.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What travels through a chat platform with a button or a menu: {@code v1|action|id}, at most
 * {@value #LONGEST} characters. What it means stands in the store under the id, or, behind a dot,
 * in the id itself.
 *
 * @param action the name of the action
 * @param id the id of the stored record, or a dot and what it means
 */
public record ActionId(String action, String id) {

  /** Discord's limit. */
  public static final int LONGEST = 100;

  private static final Pattern NAME = Pattern.compile("[a-z][-a-z0-9]{0,31}");
  private static final Pattern ID = Pattern.compile("[-_A-Za-z0-9]{1,64}|\\.[-_A-Za-z0-9]{1,96}");
  private static final Pattern FORM =
      Pattern.compile("v1\\|(" + NAME.pattern() + ")\\|(" + ID.pattern() + ")");

  public ActionId {
    requireAction(action);
    if (!ID.matcher(id).matches() || length(action, id) > LONGEST) {
      throw new IllegalArgumentException("Not the id of a record: " + id);
    }
  }

  /** An id with its meaning in it; empty if that is too long. */
  public static Optional<ActionId> ifShortEnough(String action, String id) {
    return length(action, id) > LONGEST ? Optional.empty() : Optional.of(new ActionId(action, id));
  }

  private static int length(String action, String id) {
    return "v1||".length() + action.length() + id.length();
  }

  /**
   * The name, if it is one that an action may have: 1 to 32 of a-z, 0-9 and -, a letter first.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static String requireAction(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of an action: " + name);
    }
    return name;
  }

  /** Reads what a platform sent back; empty if it is not ours or of another version. */
  public static Optional<ActionId> parse(String customId) {
    Matcher form = FORM.matcher(customId);
    return form.matches() && customId.length() <= LONGEST
        ? Optional.of(new ActionId(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** The form that travels. */
  @Override
  public String toString() {
    return "v1|" + action + "|" + id;
  }
}
