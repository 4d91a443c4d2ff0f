package dev.amserr.app.config;

import dev.amserr.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads configuration for tests. */
final class Configs {

  private Configs() {}

  /** The folder in which all tests keep their files. */
  static ConfigFolder folder() {
    return new ConfigFolder(Path.of("config"), false);
  }

  static Loading<Configuration> load(String settings, Map<String, String> environment) {
    return load(new InMemoryFiles().with("config/amserr.yaml", settings), environment);
  }

  static Loading<Configuration> load(FileAccess files, Map<String, String> environment) {
    return new ConfigLoader(Environment.of(environment), files)
        .load(folder(), CommandLineOptions.none());
  }

  static Settings settings(String text) {
    return settings(text, Map.of());
  }

  static Settings settings(String text, Map<String, String> environment) {
    return loaded(load(text, environment)).settings();
  }

  static List<String> messages(String text, Map<String, String> environment) {
    return messages(load(text, environment));
  }

  static <T> T loaded(Loading<T> loading) {
    return loading.fold(
        value -> value,
        problems -> {
          throw new AssertionError(ConfigProblemReport.text(problems));
        });
  }

  static <T> List<String> messages(Loading<T> loading) {
    return loading.fold(
        value -> List.of(), problems -> problems.stream().map(Problem::message).toList());
  }
}
