package dev.amserr.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Copies a tree of nodes with other texts. What has an anchor stays as it is, to be refused. */
final class Replacement {

  private final String file;
  private final Function<Value, Optional<Substitute>> substitution;
  private final Problems problems;

  Replacement(String file, Function<Value, Optional<Substitute>> substitution, Problems problems) {
    this.file = file;
    this.substitution = substitution;
    this.problems = problems;
  }

  /** The copy of a node to which a path of keys leads. */
  Node of(Node node, String path) {
    if (node.getAnchor() != null || Nodes.isNull(node)) {
      return node;
    }
    if (node instanceof ScalarNode scalar) {
      return text(scalar, path);
    }
    return node instanceof SequenceNode sequence
        ? list(sequence, path)
        : keys((MappingNode) node, path);
  }

  private Node text(ScalarNode scalar, String path) {
    if (scalar.getValue().isEmpty()) {
      return scalar;
    }
    Position where = Nodes.where(scalar, file);
    return substitution
        .apply(new Value(scalar.getValue(), Nodes.shown(scalar), where, path, problems))
        .map(substitute -> new GivenNode(substitute, where))
        .orElseGet(() -> GivenNode.lost(where));
  }

  private Node list(SequenceNode sequence, String path) {
    List<Node> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(of(item, path + "[" + items.size() + "]"));
    }
    return new SequenceNode(
        sequence.getTag(),
        true,
        items,
        sequence.getStartMark(),
        sequence.getEndMark(),
        sequence.getFlowStyle());
  }

  private Node keys(MappingNode mapping, String path) {
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      tuples.add(new NodeTuple(tuple.getKeyNode(), of(tuple.getValueNode(), path + "." + key)));
    }
    return new MappingNode(
        mapping.getTag(),
        true,
        tuples,
        mapping.getStartMark(),
        mapping.getEndMark(),
        mapping.getFlowStyle());
  }
}
