package dev.amserr.command.render;

import dev.amserr.command.reply.Tone;

/** How a terminal makes text stand out. */
enum Ink {
  /** Not at all. */
  NONE {
    @Override
    String paint(String sequence, String text) {
      return text;
    }
  },
  /** By ANSI sequences. */
  ANSI {
    @Override
    String paint(String sequence, String text) {
      return text.isEmpty() ? text : "\u001b[" + sequence + "m" + text + "\u001b[0m";
    }
  };

  abstract String paint(String sequence, String text);

  String strong(String text) {
    return paint("1", text);
  }

  String code(String text) {
    return paint("36", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String title(Tone tone, String text) {
    String sequence =
        switch (tone) {
          case NEUTRAL -> "1";
          case INFO -> "1;34";
          case GOOD -> "1;32";
          case WARNING -> "1;33";
          case BAD -> "1;31";
        };
    return paint(sequence, text);
  }
}
