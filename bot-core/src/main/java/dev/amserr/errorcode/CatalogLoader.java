package dev.amserr.errorcode;

import dev.amserr.yaml.Problem;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings the shipped catalogs and a team's own together. */
public final class CatalogLoader {

  private static final String FOLDER = "catalogs/";

  private CatalogLoader() {}

  /**
   * The shipped catalogs.
   *
   * @throws IllegalStateException if one of them is broken, which a test prevents
   */
  public static Catalogs builtIn() {
    return new Catalogs(shipped());
  }

  /**
   * The shipped catalogs with a team's own codes, which win over shipped ones.
   *
   * @param files text by file name, the name as it is shown in messages
   * @param problems where mistakes in these files go; what is right in them is used all the same
   */
  public static Catalogs withTeamFiles(Map<String, String> files, Problems problems) {
    List<Catalog> catalogs = new ArrayList<>(shipped());
    Map<String, ErrorSystem> known =
        catalogs.stream()
            .collect(Collectors.toMap(catalog -> catalog.system().id(), Catalog::system));
    CatalogReader reader = CatalogReader.team(problems, known);
    files.forEach((name, text) -> reader.read(name, text).ifPresent(catalogs::add));
    return new Catalogs(catalogs);
  }

  /** Reads the files at the same time: most of a short command's life is spent here. */
  private static List<Catalog> shipped() {
    return resource("index.txt").lines().toList().parallelStream()
        .map(CatalogLoader::shipped)
        .toList();
  }

  private static Catalog shipped(String file) {
    Problems problems = new Problems();
    Optional<Catalog> catalog = CatalogReader.shipped(problems).readQuickly(file, resource(file));
    if (catalog.isEmpty() || !problems.isEmpty()) {
      throw new IllegalStateException(
          problems.list().stream().map(Problem::message).collect(Collectors.joining("\n")));
    }
    return catalog.get();
  }

  private static String resource(String name) {
    try (InputStream in = CatalogLoader.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing catalog " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
