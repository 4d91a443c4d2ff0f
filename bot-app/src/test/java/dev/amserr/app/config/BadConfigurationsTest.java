package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder in {@code bad} has the fault of its name, and in it stand the messages. */
class BadConfigurationsTest {

  static Stream<String> faults() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(bad())) {
      List<String> names = folders.map(f -> f.getFileName().toString()).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_bad_configuration_is_refused_with_every_fault_in_its_place(String fault)
      throws IOException, URISyntaxException {
    Path folder = bad().resolve(fault);
    InMemoryFiles files = new InMemoryFiles();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
        files.with("config/" + folder.relativize(file), Files.readString(file));
      }
    }

    Loading<Configuration> loading = Configs.load(files, Map.of());

    assertThat(Configs.messages(loading))
        .containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
  }

  private static Path bad() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(BadConfigurationsTest.class.getResource("bad")).toURI());
  }
}
