package dev.amserr.slack.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as Slack hands it on, made the text that somebody wrote: {@code <…>} is a link, a channel or
 * a person, and the characters ampersand, less-than and greater-than come as HTML entities.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Slack's description</a>
 */
final class SlackText {

  private static final Pattern CONTROL = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt);");

  private SlackText() {}

  /** The text that was written. A person stays {@code <@ID>}. */
  static String written(String text) {
    Matcher controls = CONTROL.matcher(text);
    StringBuilder plain = new StringBuilder(text.length());
    int end = 0;
    while (controls.find()) {
      plain.append(unescaped(text.substring(end, controls.start())));
      String label = controls.group(2) == null ? "" : controls.group(2);
      plain.append(control(controls.group(1), label));
      end = controls.end();
    }
    return plain.append(unescaped(text.substring(end))).toString();
  }

  private static String control(String target, String label) {
    String name = unescaped(label);
    if (target.startsWith("@")) {
      return "<" + target + ">";
    }
    if (target.startsWith("#")) {
      return name.isEmpty() ? target : "#" + name;
    }
    if (target.startsWith("!")) {
      return name.isEmpty() ? "@" + target.substring(1) : name;
    }
    String url = unescaped(target);
    if (name.isEmpty()) {
      return url;
    }
    return isMadeBySlack(url, name) ? name : name + " " + url;
  }

  /** Slack makes links of what looks like one: {@code <http://a.example|a.example>}. */
  private static boolean isMadeBySlack(String url, String name) {
    return url.equals(name)
        || url.equals("http://" + name)
        || url.equals("https://" + name)
        || url.equals("mailto:" + name)
        || url.startsWith("tel:");
  }

  /** In one pass, so that an escaped entity stays an entity. */
  private static String unescaped(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(
            entity ->
                switch (entity.group(1)) {
                  case "amp" -> "&";
                  case "lt" -> "<";
                  default -> ">";
                });
  }
}
