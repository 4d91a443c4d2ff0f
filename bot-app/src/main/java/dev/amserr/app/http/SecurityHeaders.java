package dev.amserr.app.http;

import java.util.function.BiConsumer;

/** What every answer tells a browser, whoever produced it. */
final class SecurityHeaders {

  private SecurityHeaders() {}

  /** Nothing is run, framed or guessed; an HTML page brings a policy of its own. */
  static void onEveryAnswer(BiConsumer<String, String> header) {
    header.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("X-Frame-Options", "DENY");
    header.accept("Referrer-Policy", "no-referrer");
    header.accept("Cross-Origin-Resource-Policy", "same-origin");
  }
}
