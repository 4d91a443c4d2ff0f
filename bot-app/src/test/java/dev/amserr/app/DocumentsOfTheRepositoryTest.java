package dev.amserr.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say and can be checked. */
class DocumentsOfTheRepositoryTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern PACKAGE = Pattern.compile("\\| `(dev\\.amserr[.a-z]*)`");

  @Test
  void the_table_of_commands_in_the_readme_is_the_one_of_the_declarations() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));

    assertThat(readme)
        .contains(
            "<!-- commands -->\n"
                + CommandTable.markdown(CommandList.declared())
                + "<!-- /commands -->");
    assertThat(readme.lines()).hasSizeLessThan(150);
  }

  @Test
  void every_link_of_a_document_leads_to_a_file() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> documents =
          Stream.concat(
                  docs,
                  Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md").map(ROOT::resolve))
              .filter(file -> file.toString().endsWith(".md"))
              .toList();
      assertThat(documents).hasSizeGreaterThan(5);
      for (Path document : documents) {
        Matcher links = LINK.matcher(Files.readString(document));
        while (links.find()) {
          assertThat(document.resolveSibling(links.group(1)).normalize())
              .as("linked from %s", document.getFileName())
              .exists();
        }
      }
    }
  }

  @Test
  void every_package_on_the_map_is_there() throws IOException {
    Matcher packages = PACKAGE.matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
    int found = 0;
    while (packages.find()) {
      found++;
      String folder = "src/main/java/" + packages.group(1).replace('.', '/');
      assertThat(
              Stream.of("bot-core", "bot-app").map(ROOT::resolve).map(m -> m.resolve(folder)))
          .as(packages.group(1))
          .anyMatch(Files::isDirectory);
    }
    assertThat(found).isGreaterThan(10);
  }
}
