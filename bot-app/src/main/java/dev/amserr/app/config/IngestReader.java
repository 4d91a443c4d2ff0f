package dev.amserr.app.config;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ingest}, and the token that the environment adds. */
final class IngestReader {

  /** The name of the environment's token. */
  static final String FROM_ENVIRONMENT = "AMSERR_INGEST_TOKEN";

  private static final int DEFAULT_PER_MINUTE = 60;
  private static final int MOST_PER_MINUTE = 100_000;
  private static final int LONGEST_SOURCE = 200;

  private final Keys keys;
  private final Variables variables;
  private final Problems problems;

  IngestReader(Keys keys, Variables variables, Problems problems) {
    this.keys = keys;
    this.variables = variables;
    this.problems = problems;
  }

  IngestSettings read() {
    List<IngestToken> tokens = new ArrayList<>();
    fromEnvironment(variables, problems)
        .map(IngestReader::allowedEverything)
        .ifPresent(tokens::add);
    for (Keys entry : keys.list("tokens")) {
      token(entry, tokens).ifPresent(tokens::add);
    }
    IngestSettings ingest =
        new IngestSettings(tokens, keys.flag("recordFromChat", false), beacon(keys.keys("beacon")));
    keys.rejectOthers();
    return ingest;
  }

  /** The environment's token; empty if it has none, or one that is reported as a mistake. */
  static Optional<String> fromEnvironment(Variables variables, Problems problems) {
    Optional<String> token = variables.get(FROM_ENVIRONMENT).value();
    if (token.isPresent() && !Keys.isSecret(token.get())) {
      problems.add(
          variables.origin(FROM_ENVIRONMENT),
          "ingest.tokens",
          Keys.CONCEALED,
          Keys.SECRET_EXPECTED);
      return Optional.empty();
    }
    return token;
  }

  private static IngestToken allowedEverything(String token) {
    return new IngestToken(
        FROM_ENVIRONMENT, TokenHash.of(token), EnumSet.allOf(IngestToken.Scope.class), Set.of());
  }

  private Optional<IngestToken> token(Keys entry, List<IngestToken> earlier) {
    Optional<Value> nameValue = entry.value("name");
    Optional<String> name = entry.name("name", "a name for this token, shown in logs");
    Optional<Value> hashValue =
        entry
            .section()
            .required("sha256", "the token's SHA-256, from: printf %s TOKEN | sha256sum");
    Optional<TokenHash> hash = hashValue.flatMap(value -> TokenHash.parse(value.text()));
    hashValue
        .filter(value -> hash.isEmpty())
        .ifPresent(
            value ->
                entry.rejectUnseen(
                    value, "the 64 hex digits that printf %s TOKEN | sha256sum prints"));
    Set<IngestToken.Scope> scopes = entry.anyOf("scopes", IngestToken.Scope.class);
    if (!entry.section().has("scopes")) {
      scopes = EnumSet.of(IngestToken.Scope.EVENTS, IngestToken.Scope.PLAYS);
    } else if (entry.section().isEmpty("scopes")) {
      problems.add(
          entry.section().positionOf("scopes"),
          entry.section().path() + ".scopes",
          "nothing",
          "what the token may send; without this key that is events and plays");
    }
    Set<String> sources =
        new LinkedHashSet<>(
            entry.items(
                "sources", IngestReader::source, "a source's name, at most 200 characters"));
    entry.rejectOthers();
    if (name.isEmpty() || hash.isEmpty() || scopes.isEmpty()) {
      return Optional.empty();
    }
    for (IngestToken other : earlier) {
      if (other.name().equals(name.get())) {
        nameValue.ifPresent(value -> value.reject("a name of its own; another token has it"));
      }
      if (other.sha256().equals(hash.get())) {
        hashValue.ifPresent(
            value -> entry.rejectUnseen(value, "a token of its own, not that of " + other.name()));
      }
    }
    return Optional.of(new IngestToken(name.get(), hash.get(), scopes, sources));
  }

  private static Optional<String> source(String text) {
    return text.isBlank() || text.length() > LONGEST_SOURCE ? Optional.empty() : Optional.of(text);
  }

  private IngestSettings.BeaconSettings beacon(Keys beacon) {
    boolean enabled = beacon.flag("enabled", false);
    List<String> origins = ServerReader.origins(beacon, "origins");
    int perMinute = beacon.integer("perAddressPerMinute", 1, MOST_PER_MINUTE, DEFAULT_PER_MINUTE);
    beacon.rejectOthers();
    if (enabled && beacon.section().isEmpty("origins")) {
      Position at = beacon.section().positionOf("enabled");
      problems.add(
          at,
          beacon.section().path() + ".enabled",
          "\"true\" without origins",
          "the sites of the web pages that may send in ingest.beacon.origins, or false");
    }
    return new IngestSettings.BeaconSettings(enabled, origins, perMinute);
  }
}
