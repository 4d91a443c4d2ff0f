package dev.amserr.oncall;

import java.util.List;

/**
 * One slot of a team; levels are asked in order.
 *
 * @param name such as {@code primary}
 * @param layers every active one contributes its person; empty where a calendar says who it is
 */
public record Level(String name, List<Layer> layers) {

  public Level {
    layers = List.copyOf(layers);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a level needs a name");
    }
  }
}
