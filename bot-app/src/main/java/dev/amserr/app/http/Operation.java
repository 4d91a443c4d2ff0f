package dev.amserr.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a route takes and answers, for the OpenAPI document. Problems that the server itself raises
 * are not listed: they follow from the route's protection.
 *
 * @param id unique, in camel case
 * @param summary one sentence
 * @param body what a request carries; null for nothing
 */
public record Operation(
    String id,
    String summary,
    List<Parameter> parameters,
    @Nullable Schema body,
    List<Outcome> outcomes) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)\\}");

  public Operation {
    parameters = List.copyOf(parameters);
    outcomes = List.copyOf(outcomes);
    if (!id.matches("[a-z][a-zA-Z0-9]*")) {
      throw new IllegalArgumentException("Not the id of an operation: " + id);
    }
  }

  /** A parameter of the path or of the query. */
  public record Parameter(Place place, String name, String description, boolean required) {

    /** Where it stands. */
    public enum Place {
      PATH,
      QUERY
    }
  }

  /**
   * A status that it answers.
   *
   * @param mediaType empty for no body
   * @param schema of JSON; null for other media types
   */
  public record Outcome(
      int status, String description, String mediaType, @Nullable Schema schema) {}

  public static Operation of(String id, String summary) {
    return new Operation(id, summary, List.of(), null, List.of());
  }

  /** The same, with a variable of its path. */
  public Operation path(String name, String description) {
    return with(new Parameter(Parameter.Place.PATH, name, description, true));
  }

  /** The same, with a query parameter it needs. */
  public Operation query(String name, String description) {
    return with(new Parameter(Parameter.Place.QUERY, name, description, true));
  }

  /** The same, with a query parameter it can do without. */
  public Operation optionalQuery(String name, String description) {
    return with(new Parameter(Parameter.Place.QUERY, name, description, false));
  }

  /** The same, taking such a body. */
  public Operation takes(Schema schema) {
    return new Operation(id, summary, parameters, schema, outcomes);
  }

  /** The same, answering JSON. */
  public Operation answers(int status, String description, Schema schema) {
    return with(new Outcome(status, description, "application/json", schema));
  }

  /** The same, answering something else than JSON. */
  public Operation answers(int status, String description, String mediaType) {
    return with(new Outcome(status, description, mediaType, null));
  }

  /** The same, refusing for a reason of its own. */
  public Operation refuses(int status, String description) {
    return with(new Outcome(status, description, Problem.MEDIA_TYPE, null));
  }

  void requirePathParameters(String path) {
    Set<String> written = new TreeSet<>();
    Matcher variables = VARIABLE.matcher(path);
    while (variables.find()) {
      written.add(variables.group(1));
    }
    Set<String> described = new TreeSet<>();
    parameters.stream()
        .filter(parameter -> parameter.place() == Parameter.Place.PATH)
        .forEach(parameter -> described.add(parameter.name()));
    if (!written.equals(described)) {
      throw new IllegalArgumentException(
          path + " has the variables " + written + " but describes " + described);
    }
  }

  private Operation with(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new Operation(id, summary, more, body, outcomes);
  }

  private Operation with(Outcome outcome) {
    List<Outcome> more = new ArrayList<>(outcomes);
    more.add(outcome);
    return new Operation(id, summary, parameters, body, more);
  }
}
