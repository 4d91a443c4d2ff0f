package dev.amserr.errorcode;

import org.jspecify.annotations.Nullable;

/**
 * Whose codes are wanted.
 *
 * @param only the one system, where one was named; else null
 */
record Scope(@Nullable ErrorSystem only) {

  boolean isPinned() {
    return only != null;
  }

  boolean isPinnedTo(ErrorSystem system) {
    return only != null && only.id().equals(system.id());
  }

  /** Whether codes of this system are read here: some only where their system is named. */
  boolean admits(ErrorSystem system) {
    return only == null ? !system.pinnedOnly() : isPinnedTo(system);
  }
}
