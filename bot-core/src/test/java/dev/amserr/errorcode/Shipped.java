package dev.amserr.errorcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The shipped catalogs, and tables to hold them against. */
final class Shipped {

  static final Catalogs CATALOGS = CatalogLoader.builtIn();
  static final Decoder DECODER = new Decoder(CATALOGS);

  private Shipped() {}

  static ErrorSystem system(String id) {
    return CATALOGS.system(id).orElseThrow();
  }

  /** The readings of all codes of a text that are not guesses, as {@code system:name}. */
  static List<String> answers(String text) {
    return answers(DECODER.decode(text));
  }

  static List<String> answers(Decoding decoding) {
    return decoding.codes().stream()
        .flatMap(code -> code.readings().stream())
        .filter(reading -> reading.match() != Match.GUESS)
        .map(reading -> reading.system().id() + ":" + reading.name())
        .toList();
  }

  /** The best reading of the only code in a text. */
  static Reading best(String text) {
    return best(DECODER.decode(text));
  }

  static Reading best(Decoding decoding) {
    if (decoding.codes().size() != 1) {
      throw new AssertionError("not one code: " + decoding.codes());
    }
    return decoding.codes().get(0).best().orElseThrow();
  }

  /** The rows of a table of tests, without its head. */
  static List<String[]> table(String name) {
    return text(name).lines().skip(1).map(row -> row.split("\t", -1)).toList();
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> cells(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(";", -1));
  }
}
