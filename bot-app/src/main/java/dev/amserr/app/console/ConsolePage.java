package dev.amserr.app.console;

import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The console's pages with everything they load: all of it from here, nothing inline. */
public final class ConsolePage implements Routes {

  /**
   * What the page may do: load from here, talk to here. Trusted Types take from scripts every way
   * to make markup of data.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> ASSETS =
      List.of(
          "console.css",
          "series.css",
          "icon.svg",
          "app.js",
          "api.js",
          "cards.js",
          "chart.js",
          "chat.js",
          "completion.js",
          "decode.js",
          "digest.js",
          "dom.js",
          "panels.js",
          "recurring.js",
          "series.js",
          "theme.js",
          "times.js",
          "token.js");

  @Override
  public List<Route> routes() {
    return Stream.concat(
            Stream.of(
                route("/", Operation.of("consolePage", "The console"), "index.html"),
                route(
                    "/digests/{run}",
                    Operation.of("digestPage", "The page of a digest")
                        .path("run", "Its name, such as daily-20260303T080000Z"),
                    "digest.html")),
            ASSETS.stream()
                .map(
                    name ->
                        route(
                            "/console/" + name,
                            Operation.of(id(name), "The console: " + name),
                            name)))
        .toList();
  }

  private static Route route(String path, Operation operation, String name) {
    String type =
        TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), "application/octet-stream");
    byte[] bytes = resource(name);
    String tag = '"' + digest(bytes) + '"';
    Answer whole = withHeaders(Answer.of(200, type, bytes), tag);
    Answer unchanged = withHeaders(Answer.empty(304), tag);
    return Route.get(
        path,
        Protection.open(),
        operation
            .answers(200, "The file", type)
            .answers(304, "The file is the one that the caller has", ""),
        request -> isKnown(request, tag) ? unchanged : whole);
  }

  private static boolean isKnown(Request request, String tag) {
    return request.header("If-None-Match").filter(known -> known.contains(tag)).isPresent();
  }

  /** On 304 too: its headers take the place of those that the browser has kept. */
  private static Answer withHeaders(Answer answer, String tag) {
    return answer
        .header("ETag", tag)
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", POLICY)
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  /** {@code app.js} is {@code consoleAppJs}. */
  private static String id(String name) {
    int dot = name.indexOf('.');
    return "console" + capital(name.substring(0, dot)) + capital(name.substring(dot + 1));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static byte[] resource(String name) {
    try (InputStream in = ConsolePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The console lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
