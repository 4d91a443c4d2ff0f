package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The reader, the shipped file and docs/configuration.md name the same keys and defaults. */
class ConfigurationReferenceTest {

  private static final String NONSENSE = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
  private static final Pattern UNKNOWN =
      Pattern.compile(".*: (.*)" + NONSENSE + ": found the unknown key .*, expected one of (.*)");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\|.*");

  @Test
  void the_reader_knows_exactly_the_keys_of_the_reference() throws IOException {
    assertThat(keysOfTheReader()).containsExactlyElementsOf(new TreeSet<>(reference().keySet()));
  }

  @Test
  void the_shipped_file_shows_exactly_the_keys_of_the_reference() throws IOException {
    assertThat(new TreeSet<>(ShippedSettings.leaves(ShippedSettings.withExamples())))
        .containsExactlyElementsOf(new TreeSet<>(reference().keySet()));
  }

  @Test
  void the_shipped_file_shows_the_defaults_of_the_reference() throws IOException {
    Map<String, String> reference = reference();

    Map<String, String> shipped = new TreeMap<>();
    values("", new Yaml().load(ShippedSettings.text()), shipped);

    shipped.keySet().retainAll(reference.keySet());
    assertThat(shipped).hasSizeGreaterThan(25);
    assertThat(reference).containsAllEntriesOf(shipped);
  }

  /** Key to default, as the table has them. */
  private static Map<String, String> reference() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "configuration.md"));
    Map<String, String> reference = new LinkedHashMap<>();
    for (String line : text.substring(text.indexOf("## Keys")).lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(reference.put(row.group(1), row.group(2).replace("`", ""))).isNull();
      }
    }
    return reference;
  }

  private static void values(String path, Object node, Map<String, String> values) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values(ShippedSettings.child(path, key), value, values));
    } else {
      values.put(path, node == null ? "none" : node.toString());
    }
  }

  /** Puts a nonsensical key everywhere; the messages list the keys that would have been known. */
  private static Set<String> keysOfTheReader() {
    Object tree = new Yaml().load(ShippedSettings.withExamples());
    Set<String> sections = new TreeSet<>();
    addNonsense("", tree, sections);
    List<String> messages =
        Configs.messages(
            new Yaml().dump(tree),
            Map.of("OPS_SLACK_WEBHOOK", "https://hooks.slack.com/services/T0/B0/x"));
    Set<String> keys = new TreeSet<>();
    List<String> matched = new ArrayList<>();
    for (String message : messages) {
      Matcher unknown = UNKNOWN.matcher(message);
      if (unknown.matches()) {
        matched.add(unknown.group(1));
        for (String key : unknown.group(2).split(", ", -1)) {
          keys.add(general(unknown.group(1)) + key);
        }
      }
    }
    assertThat(matched).hasSizeGreaterThan(20);
    keys.removeAll(sections);
    return keys;
  }

  private static String general(String prefix) {
    return prefix
        .replaceAll("\\[\\d+\\]", "[]")
        .replaceFirst("^(destinations|access\\.roles)\\.[^.]+\\.", "$1.NAME.");
  }

  @SuppressWarnings("unchecked")
  private static void addNonsense(String path, Object node, Set<String> sections) {
    if (node instanceof Map<?, ?> map) {
      sections.add(path.replaceFirst("\\[\\]$", ""));
      map.forEach((key, value) -> addNonsense(ShippedSettings.child(path, key), value, sections));
      if (!path.equals("destinations") && !path.equals("access.roles")) {
        ((Map<String, Object>) map).put(NONSENSE, "x");
      }
    } else if (node instanceof List<?> list) {
      list.forEach(item -> addNonsense(path + "[]", item, sections));
    }
  }
}
