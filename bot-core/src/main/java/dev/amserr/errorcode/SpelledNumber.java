package dev.amserr.errorcode;

import org.jspecify.annotations.Nullable;

/**
 * A number as somebody wrote it.
 *
 * @param value hex and unsigned decimal as written, up to 64 bits; negative decimals as such
 * @param hex whether it is written in hex
 * @param digits the digits written, without prefix, suffix and separators
 * @param repaired the spelling it was read as, where a slip was mended; else null
 */
record SpelledNumber(long value, boolean hex, int digits, @Nullable String repaired) {

  private static final long LOW_32 = 0xFFFF_FFFFL;
  private static final int LEAST_STATUS = 100;
  private static final int GREATEST_STATUS = 599;

  /** Whether the number is a pattern of 32 bits: as such, signed, or extended to 64 bits. */
  boolean fits32() {
    return value >= Integer.MIN_VALUE && value <= LOW_32;
  }

  /** The 32 bits, unsigned. */
  long bits32() {
    return value & LOW_32;
  }

  /**
   * Whether it is written as 32 bits are: 8 hex digits, 16 where the sign is extended, or a decimal
   * that needs the highest bit.
   */
  boolean writtenAs32Bits() {
    if (!fits32()) {
      return false;
    }
    return hex ? digits == 8 || digits == 16 : value < 0 || value > Integer.MAX_VALUE;
  }

  /** Whether it is written as an HTTP status is. */
  boolean isHttpStatus() {
    return !hex && value >= LEAST_STATUS && value <= GREATEST_STATUS;
  }

  /** How it is written, in words. */
  String notation() {
    if (hex) {
      return digits == 1 ? "1 hex digit" : digits + " hex digits";
    }
    return value < 0 ? "negative decimal" : "decimal";
  }

  /** One key for all spellings that mean the same: 32-bit patterns, else notation and value. */
  long identity() {
    if (writtenAs32Bits()) {
      return bits32() | 1L << 40;
    }
    return hex ? value ^ 1L << 41 : value;
  }
}
