package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file or a variable, the loader answers and does not throw. */
class ConfigLoaderPropertiesTest {

  private static final String SHIPPED = shipped();
  private static final String SYNTAX = ":-[]{},&*!|>'\"%@`#?~ \n\t$\\0a\u0000\uFEFF\uD800";

  @Property(tries = 50)
  void any_text_as_a_file(@ForAll("yamlLike") String text) {
    assertAnswers(new InMemoryFiles().with("config/amserr.yaml", text), Map.of());
    assertAnswers(new InMemoryFiles().with("config/oncall.yaml", text), Map.of());
  }

  @Property(tries = 50)
  void the_shipped_file_with_a_hole_and_something_else_in_it(@ForAll("damaged") String text) {
    assertAnswers(new InMemoryFiles().with("config/amserr.yaml", text), Map.of());
  }

  @Property(tries = 30)
  void any_text_as_a_variable(@ForAll("yamlLike") String text) {
    Map<String, String> environment =
        Map.of(
            "AMSERR_HOST", text,
            "AMSERR_PORT", text,
            "AMSERR_API_TOKEN", text,
            "AMSERR_DATABASE_URL", text,
            "AMSERR_INGEST_TOKEN", text,
            "SLACK_WEBHOOK_URL", text,
            "SLACK_API_URL", text,
            "DISCORD_GATEWAY_URL", text,
            "DISCORD_TOKEN_FILE", text,
            "ANY", text);

    assertAnswers(
        new InMemoryFiles()
            .with(
                "config/amserr.yaml",
                "server: {zone: '${ANY}'}\ndigests: [{name: '${ANY}', cron: '${ANY}'}]"),
        environment);
  }

  private static void assertAnswers(FileAccess files, Map<String, String> environment) {
    assertThat(Configs.load(files, environment)).isNotNull();
  }

  @Provide
  Arbitrary<String> yamlLike() {
    Arbitrary<String> words =
        Arbitraries.of(
            "server",
            "port",
            "digests",
            "destinations",
            "token",
            "kind",
            "slack-webhook",
            "url",
            "people",
            "teams",
            "zone",
            "${A}",
            "${A:-b}",
            "${",
            "<<",
            "---",
            "...",
            "? ",
            "&a",
            "*a",
            "!!binary",
            "true",
            "9999999999999",
            "1e999",
            "0x7f",
            "- ",
            ": ",
            "\n",
            "\n  ");
    Arbitrary<String> characters =
        Arbitraries.strings().withChars(SYNTAX).all().ofMaxLength(5).edgeCases(c -> c.none());
    return Arbitraries.oneOf(words, characters)
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, SHIPPED.length());
    Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 40);
    return Combinators.combine(places, sizes, yamlLike())
        .as(
            (at, size, text) ->
                SHIPPED.substring(0, at)
                    + text
                    + SHIPPED.substring(Math.min(SHIPPED.length(), at + size)));
  }

  private static String shipped() {
    try {
      return Files.readString(Path.of("..", "config", "amserr.yaml"));
    } catch (IOException e) {
      throw new AssertionError("config/amserr.yaml is part of the repository", e);
    }
  }
}
