package dev.amserr.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a node is, for messages. */
final class Nodes {

  private Nodes() {}

  static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  /** Whether there should be a text, and why there is none was reported already. */
  static boolean isLost(Node node) {
    return node instanceof GivenNode given && given.isLost();
  }

  /** The node in words, or its text in quotes; not an anchor's name, it may be part of a secret. */
  static String describe(Node node) {
    if (node.getAnchor() != null) {
      return "an anchor (&)";
    }
    if (node instanceof ScalarNode scalar) {
      return shown(scalar);
    }
    return node instanceof SequenceNode ? "a list" : "keys with values";
  }

  static String shown(ScalarNode scalar) {
    return scalar instanceof GivenNode given ? given.shown() : Problems.quote(scalar.getValue());
  }

  static Position where(Node node, String file) {
    return node instanceof GivenNode given ? given.from() : position(node.getStartMark(), file);
  }

  static Position position(@Nullable Mark mark, String file) {
    return mark == null
        ? new Position(file, 1, 1)
        : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
