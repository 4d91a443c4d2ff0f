package dev.amserr.app.store;

import java.nio.file.Path;
import java.util.function.Function;

/** What became of a backup. */
public sealed interface Backup {

  /** One function per case. */
  default <T> T fold(
      Function<Written, T> written, Function<Refused, T> refused, Function<Failed, T> failed) {
    if (this instanceof Written w) {
      return written.apply(w);
    }
    return this instanceof Refused r ? refused.apply(r) : failed.apply((Failed) this);
  }

  /**
   * A complete copy, on disk.
   *
   * @param file where it is
   * @param bytes its size
   */
  record Written(Path file, long bytes) implements Backup {}

  /**
   * There is no copy, because what was asked for can't be.
   *
   * @param why a sentence that says what to do
   */
  record Refused(String why) implements Backup {}

  /**
   * There is no copy, because the disk or the database failed; nothing was left behind.
   *
   * @param why a sentence
   */
  record Failed(String why) implements Backup {}
}
