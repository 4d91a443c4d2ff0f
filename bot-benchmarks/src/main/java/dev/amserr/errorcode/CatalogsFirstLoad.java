package dev.amserr.errorcode;

import java.util.Locale;

/** Prints how long the first load of the shipped catalogs takes in this JVM. */
public final class CatalogsFirstLoad {

  private CatalogsFirstLoad() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    int codes = CatalogLoader.builtIn().size();
    System.out.printf(
        Locale.ROOT, "%d codes in %.0f ms%n", codes, (System.nanoTime() - start) / 1e6);
  }
}
