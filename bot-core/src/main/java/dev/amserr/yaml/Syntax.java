package dev.amserr.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** From the text of a file to its nodes. */
final class Syntax {

  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  private Syntax() {}

  /**
   * The root of a file, a null node for an empty one; empty if it is no YAML, which is reported.
   */
  static Optional<Node> root(String file, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    try {
      // What the class Yaml does, without all it prepares for writing and for building objects.
      StreamReader characters = new StreamReader(text);
      Node root =
          new Composer(new ParserImpl(characters, options), new Resolver(), options)
              .getSingleNode();
      return Optional.of(root == null ? nothing() : root);
    } catch (MarkedYAMLException e) {
      problems.add(SyntaxFault.of(e, file));
      return Optional.empty();
    } catch (YAMLException e) {
      problems.add(
          new Position(file, 1, 1), "", "text that is not YAML", "valid YAML of printable text");
      return Optional.empty();
    }
  }

  private static Node nothing() {
    return new ScalarNode(Tag.NULL, "", null, null, DumperOptions.ScalarStyle.PLAIN);
  }
}
