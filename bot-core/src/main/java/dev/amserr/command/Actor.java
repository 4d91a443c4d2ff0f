package dev.amserr.command;

import java.util.Set;

/**
 * Who asks, as the platform says and never as they say themselves.
 *
 * @param platform {@code discord}, {@code slack}, {@code console} or {@code api}
 * @param id the platform's own id of them
 * @param displayName what they are called there, for readers
 * @param roles the platform's own ids of their roles or groups
 */
public record Actor(String platform, String id, String displayName, Set<String> roles) {

  public Actor {
    if (platform.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("An actor needs a platform and an id");
    }
    displayName = displayName.isBlank() ? id : displayName;
    roles = Set.copyOf(roles);
  }
}
