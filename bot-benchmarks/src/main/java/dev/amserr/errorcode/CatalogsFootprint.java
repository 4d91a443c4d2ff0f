package dev.amserr.errorcode;

import java.lang.ref.Reference;
import java.util.Locale;

/** Prints how much heap the shipped catalogs hold, without and with the index of words. */
public final class CatalogsFootprint {

  private static final int COLLECTIONS = 5;
  private static final double MEGABYTE = 1024.0 * 1024.0;

  private CatalogsFootprint() {}

  public static void main(String[] args) {
    CatalogLoader.builtIn();
    long before = used();
    Decoder decoder = new Decoder(CatalogLoader.builtIn());
    try {
      long loaded = used();
      decoder.search("publishing point locked", null, 1);
      long indexed = used();
      System.out.printf(
          Locale.ROOT,
          "catalogs %.1f MB, with the index of words %.1f MB%n",
          (loaded - before) / MEGABYTE,
          (indexed - before) / MEGABYTE);
    } finally {
      Reference.reachabilityFence(decoder);
    }
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
