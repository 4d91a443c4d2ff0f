package dev.amserr.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The parser's complaint about a text that is not YAML, in the form of all other mistakes. */
final class SyntaxFault {

  private static final Pattern EXPECTED = Pattern.compile("expected (.*), but (?:got|found) (.*)");

  // What follows may be a secret that begins with * or !.
  private static final Pattern UNDEFINED =
      Pattern.compile("(undefined (?:alias|tag handle)).*", Pattern.DOTALL);

  private SyntaxFault() {}

  static Problem of(MarkedYAMLException e, String file) {
    Position at = Nodes.position(e.getProblemMark(), file);
    String said = String.valueOf(e.getProblem()).replaceFirst("^found ", "");
    Matcher expected = EXPECTED.matcher(said);
    return expected.matches()
        ? new Problem(at, "", expected.group(2), expected.group(1))
        : new Problem(at, "", UNDEFINED.matcher(said).replaceFirst("$1"), "valid YAML");
  }
}
