package dev.amserr.app.config;

import java.nio.file.Path;

/**
 * Where the configuration is.
 *
 * @param named whether somebody asked for this folder, which must exist then
 */
public record ConfigFolder(Path path, boolean named) {

  /** The folder {@code config}, if there is one. */
  public static ConfigFolder standard() {
    return new ConfigFolder(Path.of("config"), false);
  }

  /** A folder that somebody named. */
  public static ConfigFolder named(Path path) {
    return new ConfigFolder(path, true);
  }

  Path settings() {
    return path.resolve("amserr.yaml");
  }

  Path rosters() {
    return path.resolve("oncall.yaml");
  }

  Path catalogs() {
    return path.resolve("catalogs");
  }
}
