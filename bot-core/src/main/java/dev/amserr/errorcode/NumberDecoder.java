package dev.amserr.errorcode;

import java.util.List;

/** What a number can mean. */
final class NumberDecoder {

  private final Catalogs catalogs;
  private final Readings readings;
  private final BitCodeReader bitCodes;

  NumberDecoder(Catalogs catalogs, Readings readings) {
    this.catalogs = catalogs;
    this.readings = readings;
    this.bitCodes = new BitCodeReader(catalogs, readings);
  }

  /** The readings, best first; empty if no system reads such a number. */
  List<Reading> read(SpelledNumber number, Scope scope) {
    return search(number, scope).ranked();
  }

  /** Whether any catalog documents the number itself, or a code that it wraps. */
  boolean known(SpelledNumber number) {
    return search(number, new Scope(null)).isDocumented();
  }

  /** Whether 7 digits without a prefix are a value of a system with its own layout. */
  boolean readAsSevenDigits(long value) {
    return catalogs.bitCodes().stream().anyMatch(codes -> codes.layout().plausible(value));
  }

  private NumberSearch search(SpelledNumber number, Scope scope) {
    return new NumberSearch(catalogs, readings, bitCodes, number, scope);
  }
}
