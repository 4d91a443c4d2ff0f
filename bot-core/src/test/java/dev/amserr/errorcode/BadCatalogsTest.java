package dev.amserr.errorcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Problem;
import dev.amserr.yaml.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of the folder {@code bad} has the fault of its name; beside it stand the messages. */
class BadCatalogsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anchor",
        "code-twice",
        "code-without-name",
        "empty",
        "id-missing",
        "id-with-blank",
        "key-twice",
        "key-unknown",
        "layout-missing",
        "layout-with-gap",
        "not-a-mapping",
        "not-yaml",
        "numbers-unknown",
        "pattern-open-brace",
        "rank-not-a-number",
        "retry-unknown",
        "several-at-once",
        "source-without-title",
        "status-out-of-range",
        "table-too-many-cells",
        "table-value-not-a-number",
        "table-without-columns",
        "title-missing",
        "value-not-a-number",
        "value-too-large",
      })
  void a_bad_catalog_is_reported_with_every_fault_in_its_place(String fault) {
    assertThat(problems(fault + ".yaml"))
        .isEqualTo(Shipped.text("bad/" + fault + ".txt").lines().toList());
  }

  @Test
  void what_is_right_in_a_bad_catalog_is_used() {
    Problems problems = new Problems();

    Catalogs catalogs =
        CatalogLoader.withTeamFiles(
            Map.of("x.yaml", Shipped.text("bad/several-at-once.yaml")), problems);

    assertThat(problems.isEmpty()).isFalse();
    assertThat(catalogs.byName("good")).hasSize(1);
  }

  private static List<String> problems(String file) {
    Problems problems = new Problems();
    CatalogLoader.withTeamFiles(Map.of(file, Shipped.text("bad/" + file)), problems);
    return problems.list().stream().map(Problem::message).toList();
  }
}
