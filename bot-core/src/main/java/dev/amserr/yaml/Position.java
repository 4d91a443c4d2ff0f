package dev.amserr.yaml;

/**
 * A place in a file.
 *
 * @param file the name under which the reader knows the file
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
