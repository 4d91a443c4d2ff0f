package dev.amserr.yaml;

/**
 * One mistake in a file that a person wrote.
 *
 * @param at where
 * @param key the path of keys, such as {@code teams.player.zone}; empty for the whole file
 * @param found what stands there, in words or quoted
 * @param expected what should stand there, in words
 */
public record Problem(Position at, String key, String found, String expected) {

  /** The mistake in one line: file, line, key, what was found, what was expected. */
  public String message() {
    String where = key.isEmpty() ? at.toString() : at + ": " + key;
    return where + ": found " + found + ", expected " + expected;
  }
}
