package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how much heap the shipped catalogs hold, without and with the index of words. */
public final class CatalogsFootprint {

  private static final int COLLECTIONS = 5;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  private CatalogsFootprint() {}

  public static void main(String[] args) {
    List<Decoder> held = new ArrayList<>(List.of(new Decoder(CatalogLoader.builtIn())));
    long loaded = used();
    held.get(0).search("publishing point locked", null, 1);
    long indexed = used();
    held.clear();
    long without = used();
    System.out.printf(
        Locale.ROOT,
        "catalogs %.1f MB, with the index of words %.1f MB%n",
        (loaded - without) / MEGABYTE,
        (indexed - without) / MEGABYTE);
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
