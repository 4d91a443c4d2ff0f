package dev.amserr.app.config;

import dev.amserr.text.Redaction;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Substitute;
import dev.amserr.yaml.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into values: {@code ${NAME}} and {@code ${NAME:-default}}; <code>$${</code> stands
 * for the two characters. Decides how a value is shown in messages: what came from a variable or
 * stands in a secret's place never is.
 */
final class Interpolation {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$?\\$\\{(?:([A-Za-z_][A-Za-z0-9_]{0,127})(?::-([^}]*))?})?");

  private final Variables variables;
  private final SecretPaths secrets;
  private final Problems problems;

  Interpolation(Variables variables, SecretPaths secrets, Problems problems) {
    this.variables = variables;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The value with its variables; empty if one is missing, which is reported. */
  Optional<Substitute> apply(Value value) {
    String written = value.text();
    boolean concealed = secrets.concern(value.path());
    String quoted = concealed ? Keys.CONCEALED : Problems.quote(Redaction.redact(written));
    if (!written.contains("${")) {
      return Optional.of(new Substitute(written, quoted));
    }
    StringBuilder text = new StringBuilder();
    boolean fromOutside = false;
    boolean complete = true;
    Matcher matcher = REFERENCE.matcher(written);
    while (matcher.find()) {
      if (matcher.group().startsWith("$$")) {
        matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group().substring(1)));
        continue;
      }
      fromOutside = true;
      Optional<String> found = resolve(matcher, value, quoted);
      complete &= found.isPresent();
      matcher.appendReplacement(text, Matcher.quoteReplacement(found.orElse("")));
    }
    matcher.appendTail(text);
    if (!complete) {
      return Optional.empty();
    }
    String shown = fromOutside && !concealed ? quoted + " (its value is not shown)" : quoted;
    return Optional.of(new Substitute(text.toString(), shown));
  }

  private Optional<String> resolve(Matcher matcher, Value value, String quoted) {
    String name = matcher.group(1);
    if (name == null) {
      problems.add(
          value.position(),
          value.path(),
          quoted,
          "${NAME} or ${NAME:-default}; a ${ that is meant literally is written $${");
      return Optional.empty();
    }
    Variables.Variable variable = variables.get(name);
    if (variable.value().isPresent() || variable.broken()) {
      return variable.value();
    }
    if (matcher.group(2) != null) {
      return Optional.of(matcher.group(2));
    }
    problems.add(
        value.position(),
        value.path(),
        "${" + name + "}, which is not set",
        "the environment variable " + name + " or " + name + "_FILE, or ${" + name + ":-default}");
    return Optional.empty();
  }
}
