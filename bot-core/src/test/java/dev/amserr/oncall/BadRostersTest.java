package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.yaml.Problem;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code bad} has the fault of its name; beside it stand the messages. */
class BadRostersTest {

  static Stream<String> faults() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(BadRostersTest.class.getResource("bad"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - ".yaml".length()))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_bad_roster_is_refused_with_every_fault_in_its_place(String fault)
      throws IOException, URISyntaxException {
    Problems problems = new Problems();

    Optional<Rosters> rosters =
        RosterReader.read(fault + ".yaml", resource(fault + ".yaml"), problems);

    assertThat(rosters).isEmpty();
    assertThat(problems.list().stream().map(Problem::message).toList())
        .isEqualTo(resource(fault + ".txt").lines().toList());
  }

  private static String resource(String name) throws IOException, URISyntaxException {
    URL resource = BadRostersTest.class.getResource("bad/" + name);
    return Files.readString(Path.of(Objects.requireNonNull(resource, name).toURI()));
  }
}
