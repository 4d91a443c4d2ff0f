package dev.amserr.errorcode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a number means to the systems whose values have a {@link BitLayout} of their own. */
final class BitCodeReader {

  private static final long SMALLEST_LABELLED_DECIMAL = 0x1000_0000L;
  private static final int LEAST_DECIMAL = 0xFFFFF;
  private static final int LEAST_ERROR_STATUS = 400;

  private final Catalogs catalogs;
  private final Readings readings;

  BitCodeReader(Catalogs catalogs, Readings readings) {
    this.catalogs = catalogs;
    this.readings = readings;
  }

  /**
   * The reading of one system, if any.
   *
   * @param pinned whether this system was named, so that even unknown bits are an answer
   */
  Optional<Candidate> read(Catalogs.BitCodes codes, SpelledNumber number, boolean pinned) {
    BitLayout layout = codes.layout();
    if (!number.fits32() || !mayHaveLayout(number, pinned)) {
      return Optional.empty();
    }
    long bits = number.bits32();
    if (!layout.plausible(bits)) {
      return pinned
          ? Optional.of(new Candidate(Candidate.Order.BITS, unknown(codes, bits)))
          : Optional.empty();
    }
    Map<String, String> facts = facts(layout, bits);
    String why = number.notation() + ", " + label(layout, bits);
    CatalogEntry entry = codes.entry(bits).orElse(null);
    if (entry != null) {
      Reading reading = readings.of(entry, Match.EXACT, why, facts);
      return Optional.of(new Candidate(Candidate.Order.DOCUMENTED, reading));
    }
    int status = layout.httpStatusIn(bits);
    boolean likely = number.hex() || bits >= SMALLEST_LABELLED_DECIMAL || status != 0 || pinned;
    if (!likely) {
      return Optional.empty();
    }
    Reading reading =
        readings.category(
            layout.categoryOf(bits),
            bits & layout.identityMask(),
            status,
            facts,
            why + ", category known");
    return Optional.of(new Candidate(Candidate.Order.EXPLAINED, reading));
  }

  /** The value in which one system would report an HTTP status, if it documents none for it. */
  Optional<Candidate> carrying(Catalogs.BitCodes codes, int status) {
    BitLayout.HttpStatusField where = codes.layout().httpStatus();
    boolean documented =
        catalogs.sentWith(status).stream()
            .anyMatch(entry -> entry.system().id().equals(codes.system().id()));
    if (documented || where == null || status < LEAST_ERROR_STATUS) {
      return Optional.empty();
    }
    long bits = where.category() << codes.layout().category().low() | status;
    Reading reading =
        readings.category(
            codes.layout().categoryOf(bits),
            bits,
            status,
            facts(codes.layout(), bits),
            "its network errors carry the HTTP status");
    return Optional.of(new Candidate(Candidate.Order.DOCUMENTED, reading));
  }

  private static boolean mayHaveLayout(SpelledNumber number, boolean pinned) {
    if (pinned) {
      return !number.isHttpStatus();
    }
    return number.hex()
        ? number.digits() == 7 || number.digits() == 8
        : number.value() > LEAST_DECIMAL;
  }

  private Reading unknown(Catalogs.BitCodes codes, long bits) {
    return readings.nameless(
        codes.system(),
        bits,
        "No documentation names this category; only the bits are known.",
        facts(codes.layout(), bits),
        "the system was named");
  }

  private static String label(BitLayout layout, long bits) {
    for (BitLayout.Field field : layout.fields()) {
      if (!field.identity()) {
        return field.name() + " nibble " + field.of(bits);
      }
    }
    return "category known";
  }

  private static Map<String, String> facts(BitLayout layout, long bits) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (BitLayout.Field field : layout.fields()) {
      long value = field.of(bits);
      String hex = NumberSpace.hex(value, field.hexDigits());
      String shown = field.identity() ? hex : Long.toString(value);
      String name =
          field
              .named(value)
              .map(entry -> entry.label() + " (" + shown + ")")
              .orElse(field.values().isEmpty() ? hex : "not documented (" + shown + ")");
      facts.put(field.name(), name);
    }
    return facts;
  }
}
