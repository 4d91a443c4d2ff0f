package dev.amserr.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What is asked of single nodes of a YAML tree. */
final class Nodes {

  private Nodes() {}

  /** A copy with every text at any depth replaced. */
  static Node mapped(Node node, UnaryOperator<String> replacement) {
    if (node instanceof ScalarNode scalar) {
      String text = replacement.apply(scalar.getValue());
      Tag tag = text.equals(scalar.getValue()) ? scalar.getTag() : Tag.STR;
      return new ScalarNode(
          tag, text, scalar.getStartMark(), scalar.getEndMark(), scalar.getScalarStyle());
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(mapped(item, replacement)));
      return new SequenceNode(
          sequence.getTag(),
          true,
          items,
          sequence.getStartMark(),
          sequence.getEndMark(),
          sequence.getFlowStyle());
    }
    MappingNode mapping = (MappingNode) node;
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      tuples.add(new NodeTuple(tuple.getKeyNode(), mapped(tuple.getValueNode(), replacement)));
    }
    return new MappingNode(
        mapping.getTag(),
        true,
        tuples,
        mapping.getStartMark(),
        mapping.getEndMark(),
        mapping.getFlowStyle());
  }

  /** Whether nothing stands there, or {@code null}. */
  static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  /** A node in words, for a message. */
  static String describe(Node node) {
    if (node.getAnchor() != null) {
      return "an anchor (&" + node.getAnchor() + ")";
    }
    if (node instanceof ScalarNode scalar) {
      return Problems.quote(scalar.getValue());
    }
    return node instanceof SequenceNode ? "a list" : "keys with values";
  }

  /** The place of a mark; the beginning of the file where there is none. */
  static Position position(String file, @Nullable Mark mark) {
    return mark == null
        ? new Position(file, 1, 1)
        : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
