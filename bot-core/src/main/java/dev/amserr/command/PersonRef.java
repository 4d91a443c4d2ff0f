package dev.amserr.command;

import java.util.function.Function;

/** A person as somebody named them; who it is, a roster knows. */
public sealed interface PersonRef {

  /** By the platform's own id: picked from a list, or mentioned. */
  record ById(String id) implements PersonRef {}

  /** By a written name, without {@code @}. */
  record ByName(String name) implements PersonRef {}

  /** One function per case. */
  default <T> T fold(Function<ById, T> byId, Function<ByName, T> byName) {
    return this instanceof ById id ? byId.apply(id) : byName.apply((ByName) this);
  }
}
