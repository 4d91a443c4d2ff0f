package dev.amserr.app.config;

import java.util.Map;
import java.util.Optional;

/** Environment variables. Prints without their values. */
public final class Environment {

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** That of this process: the one place that reads it. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** A variable; an empty one counts as not set, as container tools leave them. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return variables.size() + " environment variables";
  }
}
