package dev.amserr.errorcode;

import java.util.Locale;
import java.util.Optional;

/** What the values of a system's codes are, and so how they are written. */
public enum NumberSpace {
  /** 32 bits in Windows' HRESULT layout, written {@code 0x8088002E}. */
  HRESULT("hresult"),
  /** A plain number, written in decimal. */
  INTEGER("integer"),
  /** An HTTP status, 100 to 599. */
  HTTP_STATUS("http-status"),
  /** 32 bits with the system's own layout, see {@link BitLayout}. */
  BITS("bits"),
  /** The system's codes have names only. */
  NONE("none");

  private static final String HEX = "0123456789ABCDEF";
  private static final long LARGEST_32_BITS = 0xFFFF_FFFFL;

  private final String key;

  NumberSpace(String key) {
    this.key = key;
  }

  /** The word for it in catalog files. */
  public String key() {
    return key;
  }

  static Optional<NumberSpace> byKey(String key) {
    for (NumberSpace space : values()) {
      if (space.key.equals(key.toLowerCase(Locale.ROOT))) {
        return Optional.of(space);
      }
    }
    return Optional.empty();
  }

  /** Whether a value can be one of this kind. */
  boolean contains(long value) {
    return switch (this) {
      case HRESULT, BITS -> value >= 0 && value <= LARGEST_32_BITS;
      case INTEGER -> true;
      case HTTP_STATUS -> value >= 100 && value <= 599;
      case NONE -> false;
    };
  }

  /** What its values are, for the person who wrote something else. */
  String description() {
    return switch (this) {
      case HRESULT, BITS -> "a number of 32 bits, 0x… for hex";
      case INTEGER -> "a number, 0x… for hex";
      case HTTP_STATUS -> "an HTTP status, 100 to 599";
      case NONE -> "no value, since numbers is none";
    };
  }

  /** A number as catalogs write it: decimal, also negative, or hex with {@code 0x}. */
  static Optional<Long> parse(String text) {
    try {
      boolean hex = text.startsWith("0x") || text.startsWith("0X");
      return Optional.of(hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A value as people of this system write it. */
  public String format(long value) {
    return switch (this) {
      case HRESULT, BITS -> hex(value, 8);
      case INTEGER, HTTP_STATUS, NONE -> Long.toString(value);
    };
  }

  /** The low {@code 4 × digits} bits as {@code 0x…}, upper case. */
  static String hex(long value, int digits) {
    char[] out = new char[digits + 2];
    out[0] = '0';
    out[1] = 'x';
    for (int i = 0; i < digits; i++) {
      out[2 + i] = HEX.charAt((int) (value >>> (4 * (digits - 1 - i))) & 0xF);
    }
    return new String(out);
  }
}
