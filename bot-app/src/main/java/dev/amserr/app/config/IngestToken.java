package dev.amserr.app.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A token that may report.
 *
 * @param name shown in logs and in the audit
 * @param sha256 of the token
 * @param scopes what it may send
 * @param sources those it may report for; empty for all
 */
public record IngestToken(String name, TokenHash sha256, Set<Scope> scopes, Set<String> sources) {

  public IngestToken {
    scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    sources = Collections.unmodifiableSet(new LinkedHashSet<>(sources));
  }

  /** Whether it may report for a source. */
  public boolean covers(String source) {
    return sources.isEmpty() || sources.contains(source);
  }

  /** What a token may send. */
  public enum Scope {
    EVENTS,
    PLAYS,
    ALERTMANAGER,
    EVENTGRID
  }
}
