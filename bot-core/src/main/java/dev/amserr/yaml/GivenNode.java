package dev.amserr.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A text that does not stand like that in the file. */
final class GivenNode extends ScalarNode {

  private final @Nullable Substitute substitute;
  private final Position from;

  GivenNode(Substitute substitute, Position from) {
    super(
        substitute.text().isEmpty() ? Tag.NULL : Tag.STR,
        substitute.text(),
        null,
        null,
        DumperOptions.ScalarStyle.PLAIN);
    this.substitute = substitute;
    this.from = from;
  }

  private GivenNode(Position from) {
    super(Tag.STR, "", null, null, DumperOptions.ScalarStyle.PLAIN);
    this.substitute = null;
    this.from = from;
  }

  /** In place of a text for which there is no substitute. */
  static GivenNode lost(Position from) {
    return new GivenNode(from);
  }

  boolean isLost() {
    return substitute == null;
  }

  Position from() {
    return from;
  }

  String shown() {
    return substitute == null ? "nothing" : substitute.shown();
  }
}
