package dev.amserr.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** {@code config/amserr.yaml} of this repository. */
final class ShippedSettings {

  static final Path FOLDER = Path.of("..", "config");

  private static final Pattern EXAMPLE =
      Pattern.compile("( *)# ( *(?:- .*|[A-Za-z0-9-]+:(?: .*)?))");

  private ShippedSettings() {}

  static String text() {
    try {
      return Files.readString(FOLDER.resolve("amserr.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with its examples in effect, as if somebody had removed the comment signs. */
  static String withExamples() {
    List<String> lines = new ArrayList<>();
    int lastKey = 0;
    for (String line : text().lines().toList()) {
      Matcher example = EXAMPLE.matcher(line);
      if (example.matches()) {
        lines.add(example.group(1) + example.group(2));
        lines.set(lastKey, lines.get(lastKey).replaceFirst(" (\\[\\]|\\{\\})", ""));
      } else {
        lines.add(line);
        lastKey = line.strip().startsWith("#") ? lastKey : lines.size() - 1;
      }
    }
    return String.join("\n", lines);
  }

  /** The paths of the values in a tree, with {@code NAME} for names that users choose. */
  static Set<String> leaves(String yaml) {
    Set<String> leaves = new LinkedHashSet<>();
    leaves("", new Yaml().load(yaml), leaves);
    return leaves;
  }

  private static void leaves(String path, Object node, Set<String> leaves) {
    if (node instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, value) -> leaves(child(path, key), value, leaves));
    } else if (node instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      list.forEach(item -> leaves(path + "[]", item, leaves));
    } else {
      leaves.add(path);
    }
  }

  static String child(String path, Object key) {
    if (path.isEmpty()) {
      return key.toString();
    }
    boolean named = path.equals("destinations") || path.equals("access.roles");
    return path + "." + (named ? "NAME" : key);
  }
}
