package dev.amserr.notify;

import java.util.Optional;

/** The destinations of the configuration as it is now. */
@FunctionalInterface
public interface Destinations {

  /** The destination of that name, if there is one. */
  Optional<Destination> find(String name);
}
