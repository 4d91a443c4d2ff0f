package dev.amserr.app.config;

import dev.amserr.text.Redaction;
import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Substitute;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that is set from outside the file.
 *
 * @param section the path of the mapping that has the key
 */
record OutsideValue(String section, String key, Substitute substitute, Position from) {

  /** A variable that sets a key. */
  private record Rule(String variable, String section, String key, boolean secret) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("DISCORD_TOKEN", "discord", "token", true),
          new Rule("DISCORD_API_URL", "discord", "apiUrl", false),
          new Rule("DISCORD_GATEWAY_URL", "discord", "gatewayUrl", false),
          new Rule("SLACK_BOT_TOKEN", "slack", "botToken", true),
          new Rule("SLACK_API_URL", "slack", "apiUrl", false),
          new Rule("AMSERR_API_TOKEN", "server", "token", true),
          new Rule("AMSERR_DATABASE_URL", "database", "url", true),
          new Rule("AMSERR_DATABASE_PASSWORD", "database", "password", true),
          new Rule("AMSERR_HOST", "server", "host", false),
          new Rule("AMSERR_PORT", "server", "port", false));

  /** What the environment and then the command line set. */
  static List<OutsideValue> all(Variables variables, CommandLineOptions options) {
    List<OutsideValue> values = new ArrayList<>();
    for (Rule rule : RULES) {
      variables
          .get(rule.variable())
          .value()
          .ifPresent(
              text ->
                  values.add(
                      new OutsideValue(
                          rule.section(),
                          rule.key(),
                          rule.secret()
                              ? new Substitute(text, Keys.CONCEALED)
                              : new Substitute(text, Problems.quote(Redaction.redact(text))),
                          variables.origin(rule.variable()))));
    }
    Integer port = options.port();
    if (port != null) {
      values.add(
          new OutsideValue(
              "server",
              "port",
              Substitute.plain(port.toString()),
              Position.whole("command line option --port")));
    }
    return values;
  }

  /** A mapping with the keys that are set from outside. */
  static Section apply(List<OutsideValue> values, Section section) {
    Section result = section;
    for (OutsideValue value : values) {
      if (value.section().equals(section.path())) {
        result = result.with(value.key(), value.substitute(), value.from());
      }
    }
    return result;
  }
}
