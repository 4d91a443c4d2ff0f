package dev.amserr.yaml;

import dev.amserr.text.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file that is being read.
 *
 * <p>The reader asks for the keys it knows; what has the wrong form is reported as a {@link
 * Problem} and answered as absent; {@link #rejectOthers()} reports every key nobody asked for.
 * Anchors and aliases are refused: a hand-written file does not need them.
 */
public final class Section {

  private final String path;
  private final Position position;
  private final Problems problems;
  private final String file;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Position> keys = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  private Section(String file, String path, Position position, Problems problems) {
    this.file = file;
    this.path = path;
    this.position = position;
    this.problems = problems;
  }

  /**
   * Reads a whole file.
   *
   * @param file its name in messages
   * @param text its text; an empty one is an empty mapping
   * @return empty where the file is not a mapping, which is then reported
   */
  public static Optional<Section> read(String file, String text, Problems problems) {
    return Syntax.root(file, text, problems).flatMap(root -> of(root, file, "", problems));
  }

  private static Optional<Section> of(Node node, String file, String path, Problems problems) {
    Position at = Nodes.where(node, file);
    if (node.getAnchor() != null) {
      problems.add(at, path, Nodes.describe(node), "the text itself");
      return Optional.empty();
    }
    if (Nodes.isNull(node)) {
      return Optional.of(new Section(file, path, at, problems));
    }
    if (!(node instanceof MappingNode mapping)) {
      if (!Nodes.isLost(node)) {
        problems.add(at, path, Nodes.describe(node), "keys with values");
      }
      return Optional.empty();
    }
    Section section = new Section(file, path, at, problems);
    for (NodeTuple tuple : mapping.getValue()) {
      section.put(tuple);
    }
    return Optional.of(section);
  }

  private void put(NodeTuple tuple) {
    Position at = Nodes.position(tuple.getKeyNode().getStartMark(), file);
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      problems.add(at, path, "a key that is not text", "a key in plain text");
      return;
    }
    String key = keyNode.getValue();
    if (nodes.putIfAbsent(key, tuple.getValueNode()) != null) {
      problems.add(at, child(key), "the key a second time", "each key once");
      return;
    }
    keys.put(key, at);
  }

  /** The path of keys that leads here; empty at the top of the file. */
  public String path() {
    return path;
  }

  public Position position() {
    return position;
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(nodes.keySet());
  }

  /** Whether something stands there, be it an empty list. */
  public boolean has(String key) {
    return node(key) != null;
  }

  /** Whether a key is absent, or nothing or an empty list stands there. */
  public boolean isEmpty(String key) {
    Node node = node(key);
    return node == null || (node instanceof SequenceNode sequence && sequence.getValue().isEmpty());
  }

  /** Where a key stands, or where this mapping begins if it is absent. */
  public Position positionOf(String key) {
    return keys.getOrDefault(key, position);
  }

  /** Reports a mistake about this mapping as a whole. */
  public void reject(String found, String expected) {
    problems.add(position, path, found, expected);
  }

  /** Reports that a required key is missing. */
  public void missing(String key, String expected) {
    problems.add(position, child(key), "nothing", expected);
  }

  /** A text, where the key is present and not empty. */
  public Optional<Value> value(String key) {
    Node node = node(key);
    if (node == null) {
      return Optional.empty();
    }
    return scalar(node, child(key), "a single value");
  }

  /** A text that must be there; its absence is reported. */
  public Optional<Value> required(String key, String expected) {
    Optional<Value> value = value(key);
    if (value.isEmpty() && node(key) == null) {
      missing(key, expected);
    }
    return value;
  }

  /** A text or its default. */
  public String text(String key, String otherwise) {
    return value(key).map(Value::text).orElse(otherwise);
  }

  /** The mapping under a key. */
  public Optional<Section> section(String key) {
    Node node = node(key);
    return node == null ? Optional.empty() : of(node, file, child(key), problems);
  }

  /** The mapping under a key, or an empty one. */
  public Section sectionOrEmpty(String key) {
    return section(key).orElseGet(() -> new Section(file, child(key), positionOf(key), problems));
  }

  /** A list of mappings. */
  public List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    int index = 0;
    for (Node node : items(key, "a list")) {
      of(node, file, child(key) + "[" + index++ + "]", problems).ifPresent(sections::add);
    }
    return sections;
  }

  /** A list of texts; a single text counts as a list of one. */
  public List<Value> values(String key) {
    Node single = node(key);
    if (single instanceof ScalarNode) {
      return value(key).map(List::of).orElse(List.of());
    }
    List<Value> values = new ArrayList<>();
    int index = 0;
    for (Node node : items(key, "a list of values")) {
      scalar(node, child(key) + "[" + index++ + "]", "a single value").ifPresent(values::add);
    }
    return values;
  }

  /** The texts of {@link #values(String)}. */
  public List<String> texts(String key) {
    return values(key).stream().map(Value::text).toList();
  }

  /** Every key of this mapping as a mapping of its own, in the order of the file. */
  public Map<String, Section> entries() {
    Map<String, Section> entries = new LinkedHashMap<>();
    for (String key : nodes.keySet()) {
      section(key).ifPresent(section -> entries.put(key, section));
    }
    return entries;
  }

  /** Reports every key that nobody asked for. */
  public void rejectOthers() {
    for (String key : nodes.keySet()) {
      if (!asked.contains(key)) {
        List<String> near = NearestNames.of(key, asked, 1);
        String hint =
            near.isEmpty() ? "one of " + String.join(", ", asked) : Problems.quote(near.get(0));
        problems.add(
            keys.getOrDefault(key, position),
            child(key),
            "the unknown key " + Problems.quote(key),
            hint);
      }
    }
  }

  /**
   * This mapping with every text of it, at any depth, replaced. An empty replacement of a text that
   * was not empty counts as if nothing stood there.
   *
   * @param substitution answers empty where it has reported why there is none; nobody then hears of
   *     a missing value again
   */
  public Section substituted(Function<Value, Optional<Substitute>> substitution) {
    Section copy = new Section(file, path, position, problems);
    copy.keys.putAll(keys);
    Replacement replacement = new Replacement(file, substitution, problems);
    nodes.forEach((key, node) -> copy.nodes.put(key, replacement.of(node, child(key))));
    return copy;
  }

  /** This mapping with one key set from elsewhere, such as the command line. */
  public Section with(String key, Substitute substitute, Position from) {
    Section copy = new Section(file, path, position, problems);
    copy.nodes.putAll(nodes);
    copy.keys.putAll(keys);
    copy.nodes.put(key, new GivenNode(substitute, from));
    copy.keys.put(key, from);
    return copy;
  }

  private List<Node> items(String key, String expected) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence && node.getAnchor() == null) {
      return sequence.getValue();
    }
    if (!Nodes.isLost(node)) {
      problems.add(Nodes.where(node, file), child(key), Nodes.describe(node), expected);
    }
    return List.of();
  }

  private Optional<Value> scalar(Node node, String at, String expected) {
    Position where = Nodes.where(node, file);
    if (Nodes.isLost(node)) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && node.getAnchor() == null) {
      return Optional.of(new Value(scalar.getValue(), Nodes.shown(scalar), where, at, problems));
    }
    problems.add(where, at, Nodes.describe(node), expected);
    return Optional.empty();
  }

  private @Nullable Node node(String key) {
    asked.add(key);
    Node node = nodes.get(key);
    return node == null || Nodes.isNull(node) ? null : node;
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
