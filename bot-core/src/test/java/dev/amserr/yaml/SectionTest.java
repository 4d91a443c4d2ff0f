package dev.amserr.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {

  private final Problems problems = new Problems();

  private Section section(String text) {
    return Section.read("x.yaml", text, problems).orElseThrow();
  }

  private List<String> problems() {
    return problems.list().stream().map(Problem::message).toList();
  }

  private List<String> problemsOf(String text, Consumer<Section> reading) {
    reading.accept(section(text));
    return problems();
  }

  @Test
  void values_are_texts_whatever_yaml_takes_them_for() {
    Section section = section("{a: 5, b: true, c: 0x10, d: 2026-01-01, e: ~, f: ''}");

    assertThat(section.text("a", "")).isEqualTo("5");
    assertThat(section.text("b", "")).isEqualTo("true");
    assertThat(section.text("c", "")).isEqualTo("0x10");
    assertThat(section.text("d", "")).isEqualTo("2026-01-01");
    assertThat(section.value("e")).isEmpty();
    assertThat(section.text("f", "default")).isEmpty();
    assertThat(section.text("g", "default")).isEqualTo("default");
  }

  @Test
  void an_empty_file_is_an_empty_mapping() {
    Section section = section("# nothing\n");

    assertThat(section.keys()).isEmpty();
    assertThat(section.position()).isEqualTo(new Position("x.yaml", 1, 1));
  }

  @Test
  void nested_mappings_and_lists_know_their_path_and_place() {
    Section section = section("a:\n  - b:\n      c: 1\n");

    Value c = section.sections("a").get(0).section("b").orElseThrow().value("c").orElseThrow();

    assertThat(c.path()).isEqualTo("a[0].b.c");
    assertThat(c.position()).isEqualTo(new Position("x.yaml", 3, 10));
  }

  @Test
  void a_single_text_is_a_list_of_one() {
    assertThat(section("{a: one, b: [two, three]}").texts("a")).containsExactly("one");
    assertThat(section("{a: one, b: [two, three]}").texts("b")).containsExactly("two", "three");
  }

  @Test
  void every_key_may_be_a_mapping_of_its_own_in_the_order_of_the_file() {
    Map<String, Section> entries = section("{z: {n: 1}, a: {n: 2}}").entries();

    assertThat(entries.keySet()).containsExactly("z", "a");
  }

  @Test
  void an_unknown_key_is_reported_with_the_nearest_known_one() {
    assertThat(
            problemsOf(
                "naem: x\n",
                section -> {
                  section.value("name");
                  section.rejectOthers();
                }))
        .containsExactly("x.yaml:1: naem: found the unknown key \"naem\", expected \"name\"");
  }

  @Test
  void an_unknown_key_like_no_other_is_reported_with_all_known_ones() {
    assertThat(
            problemsOf(
                "colour: x\n",
                section -> {
                  section.value("name");
                  section.value("zone");
                  section.rejectOthers();
                }))
        .containsExactly(
            "x.yaml:1: colour: found the unknown key \"colour\", expected one of name, zone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [1] | x.yaml:1: a: found a list, expected a single value",
        "a: {b: 1} | x.yaml:1: a: found keys with values, expected a single value",
        "a: &x 1 | x.yaml:1: a: found an anchor (&), expected a single value",
      })
  void a_value_of_the_wrong_form_is_reported_and_answered_as_absent(String text, String message) {
    Optional<Value> value = section(text).value("a");

    assertThat(value).isEmpty();
    assertThat(problems()).containsExactly(message);
  }

  @Test
  void a_mapping_of_the_wrong_form_is_reported_and_answered_as_absent() {
    assertThat(section("a: text").section("a")).isEmpty();
    assertThat(section("a: text").sections("a")).isEmpty();
    assertThat(problems())
        .containsExactly(
            "x.yaml:1: a: found \"text\", expected keys with values",
            "x.yaml:1: a: found \"text\", expected a list");
  }

  @Test
  void a_missing_key_is_reported_where_its_mapping_begins() {
    assertThat(problemsOf("\nb: 1\n", section -> section.required("a", "a name")))
        .containsExactly("x.yaml:2: a: found nothing, expected a name");
  }

  @Test
  void a_key_that_is_there_twice_keeps_its_first_value() {
    Section section = section("a: 1\na: 2\n");

    assertThat(section.text("a", "")).isEqualTo("1");
    assertThat(problems())
        .containsExactly("x.yaml:2: a: found the key a second time, expected each key once");
  }

  @Test
  void numbers_and_flags_are_checked() {
    Section section = section("{n: 12, far: 700, word: many, yes: true, maybe: perhaps}");

    assertThat(section.value("n").flatMap(v -> v.integer(1, 100))).contains(12);
    assertThat(section.value("far").flatMap(v -> v.integer(1, 100))).isEmpty();
    assertThat(section.value("word").flatMap(v -> v.integer(1, 100))).isEmpty();
    assertThat(section.value("yes").flatMap(Value::flag)).contains(true);
    assertThat(section.value("maybe").flatMap(Value::flag)).isEmpty();
    assertThat(problems())
        .containsExactly(
            "x.yaml:1: far: found \"700\", expected a whole number from 1 to 100",
            "x.yaml:1: word: found \"many\", expected a whole number from 1 to 100",
            "x.yaml:1: maybe: found \"perhaps\", expected true or false");
  }

  @Test
  void problems_come_by_file_and_line_and_long_text_is_cut_in_them() {
    problems.add(new Position("b.yaml", 1, 1), "k", Problems.quote("x".repeat(200)), "less");
    problems.add(new Position("a.yaml", 9, 1), "", "this", "that");
    problems.add(new Position("a.yaml", 2, 1), "", "this", "that");

    assertThat(problems.list())
        .extracting(problem -> problem.at().toString())
        .containsExactly("a.yaml:2", "a.yaml:9", "b.yaml:1");
    assertThat(problems.list().get(2).found()).hasSize(82).endsWith("…\"");
  }

  @Test
  void every_text_at_any_depth_can_be_replaced_and_keeps_its_place() {
    Section section =
        section("{a: x, b: [x, {c: x}], d: {e: x}}")
            .substituted(
                value -> Optional.of(Substitute.plain(value.text().toUpperCase(Locale.ROOT))));

    assertThat(section.text("a", "")).isEqualTo("X");
    assertThat(section.sectionOrEmpty("d").text("e", "")).isEqualTo("X");
    assertThat(section.sectionOrEmpty("d").value("e").orElseThrow().position().line()).isEqualTo(1);
  }

  @Test
  void a_text_that_could_not_be_replaced_is_not_reported_again() {
    Section section = section("{a: x}").substituted(value -> Optional.empty());

    assertThat(section.required("a", "a name")).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void a_substitute_is_shown_in_messages_as_it_wants_to_be() {
    Section section =
        section("{a: secret-name}")
            .substituted(value -> Optional.of(new Substitute("s3cret", "the text of a variable")));

    section.value("a").orElseThrow().reject("something else");

    assertThat(problems())
        .containsExactly("x.yaml:1: a: found the text of a variable, expected something else");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'- a' | x.yaml:1: found a list, expected keys with values",
        "'just text' | x.yaml:1: found \"just text\", expected keys with values",
        "'a: \"open' | x.yaml:1: found unexpected end of stream, expected valid YAML",
        "'a: \u0001' | x.yaml:1: found text that is not YAML, expected valid YAML of printable text",
      })
  void what_is_no_mapping_is_no_file(String text, String message) {
    assertThat(Section.read("x.yaml", text, problems)).isEmpty();
    assertThat(problems()).containsExactly(message);
  }

  @Test
  void a_tree_of_aliases_is_refused_and_not_expanded() {
    String bomb =
        """
        a: &a [x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b]
        d: [*c,*c,*c,*c,*c,*c,*c,*c]
        """;

    Section section = section(bomb);

    assertThat(section.values("a")).isEmpty();
    assertThat(problems())
        .containsExactly("x.yaml:1: a: found an anchor (&), expected a list of values");
  }
}
