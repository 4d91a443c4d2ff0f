package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Problem;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableBlockTest {

  @ParameterizedTest
  @ValueSource(strings = {"win32.yaml", "hresult.yaml", "hresult-facility.yaml", "amp.yaml"})
  void a_shipped_file_reads_the_same_with_its_table_taken_out(String file) throws IOException {
    String text = shipped(file);
    Problems problems = new Problems();

    Catalog whole = CatalogReader.shipped(problems).read(file, text).orElseThrow();
    Catalog quick = CatalogReader.shipped(problems).readQuickly(file, text).orElseThrow();

    assertThat(quick.system()).isEqualTo(whole.system());
    assertThat(quick.entries())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(whole.entries());
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void mistakes_in_and_after_the_table_have_the_same_place() {
    String text =
        """
        id: x
        title: X
        columns: [value, name]
        table: |
          1 | A

          two | B
        nonsense: 1
        """;
    Problems whole = new Problems();
    Problems quick = new Problems();

    CatalogReader.shipped(whole).read("x.yaml", text);
    CatalogReader.shipped(quick).readQuickly("x.yaml", text);

    assertThat(quick.list()).extracting(Problem::message).hasSize(2);
    assertThat(quick.list())
        .extracting(Problem::message)
        .containsExactlyElementsOf(whole.list().stream().map(Problem::message).toList());
  }

  private static String shipped(String file) throws IOException {
    try (InputStream in = CatalogLoader.class.getResourceAsStream("catalogs/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
