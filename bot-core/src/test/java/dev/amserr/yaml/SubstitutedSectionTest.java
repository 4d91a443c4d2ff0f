package dev.amserr.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubstitutedSectionTest {

  private final Problems problems = new Problems();

  @Test
  void every_text_at_any_depth_is_replaced_with_its_path() {
    List<String> paths = new ArrayList<>();
    Section section =
        read("a: x\nb: {c: [y, {d: z}]}\ne:\nf: ''\n")
            .substituted(
                value -> {
                  paths.add(value.path());
                  return Optional.of(Substitute.plain(value.text().toUpperCase(Locale.ROOT)));
                });

    assertThat(section.text("a", "")).isEqualTo("X");
    assertThat(section.section("b").orElseThrow().has("c")).isTrue();
    assertThat(paths).containsExactly("a", "b.c[0]", "b.c[1].d");
    assertThat(section.value("e")).isEmpty();
    assertThat(section.text("f", "default")).isEmpty();
  }

  @Test
  void a_mistake_keeps_its_place_and_shows_what_the_substitute_says() {
    Section section =
        read("\n  a: x").substituted(value -> Optional.of(new Substitute("y", "a text")));

    section.value("a").orElseThrow().integer(1, 2);

    assertThat(messages())
        .containsExactly("f:2: a: found a text, expected a whole number from 1 to 2");
  }

  @Test
  void an_empty_substitute_counts_as_nothing() {
    Section section = read("a: x").substituted(value -> Optional.of(Substitute.plain("")));

    assertThat(section.value("a")).isEmpty();
    assertThat(section.isEmpty("a")).isTrue();
  }

  @Test
  void a_text_without_a_substitute_is_not_reported_again() {
    Section section = read("a: x\nb: x\nc: x").substituted(value -> Optional.empty());

    assertThat(section.required("a", "a text")).isEmpty();
    assertThat(section.section("b")).isEmpty();
    assertThat(section.sections("c")).isEmpty();
    assertThat(messages()).isEmpty();
  }

  @Test
  void an_anchor_is_refused_all_the_same_and_its_name_is_not_shown() {
    Section section =
        read("a: &secret [*secret]").substituted(value -> Optional.of(Substitute.plain("y")));

    assertThat(section.values("a")).isEmpty();
    assertThat(messages())
        .containsExactly("f:1: a: found an anchor (&), expected a list of values");
  }

  @Test
  void an_alias_of_nothing_is_reported_without_its_name() {
    assertThat(Section.read("f", "a: *secret", problems)).isEmpty();
    assertThat(messages()).containsExactly("f:1: found undefined alias, expected valid YAML");
  }

  @Test
  void a_key_from_elsewhere_replaces_the_one_in_the_file() {
    Section section =
        read("a: 1")
            .with("a", Substitute.plain("x"), Position.whole("option --a"))
            .with("b", Substitute.plain("2"), Position.whole("option --b"));

    section.value("a").orElseThrow().integer(1, 2);

    assertThat(section.text("b", "")).isEqualTo("2");
    assertThat(messages())
        .containsExactly("option --a: a: found \"x\", expected a whole number from 1 to 2");
  }

  @Test
  void the_same_mistake_counts_once() {
    Section section = read("a: {b: c}");

    section.values("a");
    section.values("a");

    assertThat(messages()).hasSize(1);
  }

  private Section read(String text) {
    return Section.read("f", text, problems).orElseThrow();
  }

  private List<String> messages() {
    return problems.list().stream().map(Problem::message).toList();
  }
}
