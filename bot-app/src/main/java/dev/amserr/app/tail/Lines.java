package dev.amserr.app.tail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts bytes into lines of UTF-8, however they come. What a line has beyond {@value #LONGEST} bytes
 * is left out.
 */
final class Lines {

  static final int LONGEST = 64 * 1024;

  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private List<String> finished = new ArrayList<>();

  void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        finish();
      } else if (unfinished.size() < LONGEST) {
        unfinished.write(bytes[i]);
      }
    }
  }

  /** Ends the line that has no end yet. */
  void finish() {
    if (unfinished.size() > 0) {
      String line = unfinished.toString(StandardCharsets.UTF_8);
      finished.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      unfinished.reset();
    }
  }

  /** Forgets the line that has no end yet. */
  void drop() {
    unfinished.reset();
  }

  /** The lines that were finished since this was called last. */
  List<String> take() {
    List<String> taken = finished;
    finished = new ArrayList<>();
    return taken;
  }
}
