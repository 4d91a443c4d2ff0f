package dev.amserr.errorcode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Documented values that were probably meant where a hex digit was lost or doubled. */
final class NearbyValues {

  private static final int FULL_DIGITS = 8;

  private final NumberDecoder numbers;

  NearbyValues(NumberDecoder numbers) {
    this.numbers = numbers;
  }

  /** Guesses for a number that no system reads, with 7 or 9 hex digits; else none. */
  List<Reading> of(SpelledNumber number, Scope scope) {
    if (!number.hex()) {
      return List.of();
    }
    String why =
        number.digits() + " hex digits where there should be 8: perhaps this value was meant";
    return candidates(number).stream()
        .map(value -> new SpelledNumber(value, true, FULL_DIGITS, null))
        .flatMap(
            mended ->
                numbers.read(mended, scope).stream()
                    .filter(reading -> reading.match() == Match.EXACT)
                    .limit(1))
        .map(reading -> reading.asGuess(why))
        .toList();
  }

  private static Set<Long> candidates(SpelledNumber number) {
    return switch (number.digits()) {
      case FULL_DIGITS - 1 -> withOneMore(number.value());
      case FULL_DIGITS + 1 -> withOneLess(number.value());
      default -> Set.of();
    };
  }

  private static Set<Long> withOneMore(long value) {
    Set<Long> candidates = new LinkedHashSet<>();
    for (int bits = 0; bits < 4 * FULL_DIGITS; bits += 4) {
      long low = value & ((1L << bits) - 1);
      long high = value >>> bits << (bits + 4);
      for (long digit = 0; digit < 16; digit++) {
        candidates.add(high | digit << bits | low);
      }
    }
    return candidates;
  }

  private static Set<Long> withOneLess(long value) {
    Set<Long> candidates = new LinkedHashSet<>();
    for (int bits = 0; bits <= 4 * FULL_DIGITS; bits += 4) {
      long low = value & ((1L << bits) - 1);
      candidates.add(value >>> (bits + 4) << bits | low);
    }
    return candidates;
  }
}
