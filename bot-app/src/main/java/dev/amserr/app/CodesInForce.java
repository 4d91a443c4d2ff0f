package dev.amserr.app;

import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import java.util.function.Supplier;

/** The decoder over the catalogs that are in force; a reload puts another one in its place. */
final class CodesInForce implements Supplier<Decoder> {

  private volatile Decoder decoder;

  CodesInForce(Catalogs catalogs) {
    this.decoder = new Decoder(catalogs);
  }

  @Override
  public Decoder get() {
    return decoder;
  }

  void use(Catalogs catalogs) {
    decoder = new Decoder(catalogs);
  }
}
