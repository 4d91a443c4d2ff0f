package dev.amserr.app.store;

import java.nio.file.Path;
import java.util.function.Function;

/** What became of a backup. */
public sealed interface Backup {

  /** One function per case. */
  default <T> T fold(Function<Written, T> written, Function<Refused, T> refused) {
    if (this instanceof Written w) {
      return written.apply(w);
    }
    return refused.apply((Refused) this);
  }

  /**
   * A complete copy, on disk.
   *
   * @param file where it is
   * @param bytes its size
   */
  record Written(Path file, long bytes) implements Backup {}

  /**
   * There is no copy; nothing was left behind.
   *
   * @param why a sentence that says what to do
   */
  record Refused(String why) implements Backup {}
}
