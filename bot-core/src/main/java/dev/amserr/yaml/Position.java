package dev.amserr.yaml;

/**
 * A place in a file.
 *
 * @param file the name under which the reader knows the file
 * @param line from 1; 0 for the whole of it, and for what has no lines
 * @param column from 1; 0 like the line
 */
public record Position(String file, int line, int column) {

  /** A place without lines: a whole file, a folder, an environment variable. */
  public static Position whole(String name) {
    return new Position(name, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
