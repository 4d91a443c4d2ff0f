package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a number can mean.
 *
 * <p>The order: documented codes by the rank of their systems, then what the bits explain, then
 * what is wrapped inside. A decimal in the range of HTTP statuses is read as a status first, so
 * there the rank alone decides.
 */
final class NumberDecoder {

  private static final int SMALLEST_32_BIT_DECIMAL = 0x1_0000;
  private static final long SMALLEST_LABELLED_DECIMAL = 0x1000_0000L;
  private static final int LEAST_STATUS = 100;
  private static final int LEAST_ERROR_STATUS = 400;
  private static final int GREATEST_STATUS = 599;

  private final Catalogs catalogs;
  private final Readings readings;

  NumberDecoder(Catalogs catalogs) {
    this.catalogs = catalogs;
    this.readings = new Readings(catalogs);
  }

  /** The readings, best first; empty if no system reads such a number. */
  List<Reading> read(SpelledNumber number, @Nullable ErrorSystem pinned) {
    Search search = new Search(number, pinned);
    search.hresults();
    search.bitCodes();
    search.integers();
    search.httpStatuses();
    search.wrapped();
    return search.ranked();
  }

  /** Whether any catalog documents the number itself, or a code that it wraps. */
  boolean known(SpelledNumber number) {
    Search search = new Search(number, null);
    search.hresults();
    search.bitCodes();
    boolean exact = search.found.stream().anyMatch(found -> found.reading().match() == Match.EXACT);
    search.wrapped();
    return exact || search.found.stream().anyMatch(found -> found.order() == Order.WRAPPED);
  }

  /** Whether 7 digits without a prefix are a value of a system with its own layout. */
  boolean readAsSevenDigits(long value) {
    return catalogs.bitCodes().stream().anyMatch(codes -> codes.layout().plausible(value));
  }

  private enum Order {
    DOCUMENTED,
    EXPLAINED,
    BITS,
    WRAPPED
  }

  private record Found(Order order, Reading reading) {}

  /** One look-up; not reused. */
  private final class Search {
    private final SpelledNumber number;
    private final @Nullable ErrorSystem pinned;
    private final boolean asStatus;
    private final List<Found> found = new ArrayList<>(4);

    Search(SpelledNumber number, @Nullable ErrorSystem pinned) {
      this.number = number;
      this.pinned = pinned;
      this.asStatus =
          !number.hex() && number.value() >= LEAST_STATUS && number.value() <= GREATEST_STATUS;
    }

    private boolean wants(ErrorSystem system) {
      return pinned == null ? !system.pinnedOnly() : pinned.id().equals(system.id());
    }

    private boolean isPinned(String systemId) {
      return pinned != null && pinned.id().equals(systemId);
    }

    private void add(
        Order order, CatalogEntry entry, Match match, String why, Map<String, String> facts) {
      if (wants(entry.system())) {
        found.add(new Found(order, readings.of(entry, match, why, facts)));
      }
    }

    void hresults() {
      boolean shortHex = number.hex() && number.digits() < 7;
      boolean decimal = !number.hex() && number.value() >= SMALLEST_32_BIT_DECIMAL;
      boolean asked = pinned != null && number.digits() != 7;
      if (!number.fits32() || !(number.writtenAs32Bits() || shortHex || decimal || asked)) {
        return;
      }
      for (CatalogEntry entry : catalogs.byHresult(number.bits32())) {
        Map<String, String> facts = new Hresult(number.bits32()).facts(catalogs);
        add(Order.DOCUMENTED, entry, Match.EXACT, spelling() + ", all 32 bits documented", facts);
      }
    }

    void bitCodes() {
      for (Catalogs.BitCodes codes : catalogs.bitCodes()) {
        if (wants(codes.system()) && number.fits32() && mayHaveLayout(codes)) {
          bitCode(codes, number.bits32());
        }
      }
    }

    private boolean mayHaveLayout(Catalogs.BitCodes codes) {
      if (isPinned(codes.system().id())) {
        return !asStatus;
      }
      return number.hex() ? number.digits() == 7 || number.digits() == 8 : number.value() > 0xFFFFF;
    }

    private void bitCode(Catalogs.BitCodes codes, long bits) {
      BitLayout layout = codes.layout();
      if (!layout.plausible(bits)) {
        if (isPinned(codes.system().id())) {
          found.add(new Found(Order.BITS, unknownBits(codes, bits)));
        }
        return;
      }
      Map<String, String> facts = facts(layout, bits);
      String why = spelling() + ", " + label(layout, bits);
      CatalogEntry entry = codes.entry(bits).orElse(null);
      if (entry != null) {
        add(Order.DOCUMENTED, entry, Match.EXACT, why, facts);
        return;
      }
      BitLayout.Field category = layout.category();
      CatalogEntry named = category.named(category.of(bits)).orElseThrow();
      int status = layout.httpStatusIn(bits);
      boolean likely =
          number.hex() || bits >= SMALLEST_LABELLED_DECIMAL || status != 0 || pinned != null;
      if (likely) {
        String detail = lastFact(facts);
        Reading reading =
            readings.category(
                named,
                bits & layout.identityMask(),
                status,
                detail,
                facts,
                why + ", category known");
        found.add(new Found(Order.EXPLAINED, reading));
      }
    }

    private Reading unknownBits(Catalogs.BitCodes codes, long bits) {
      Reading reading = readings.bits(codes.system(), bits, "the system was named");
      return new Reading(
          reading.system(),
          null,
          reading.value(),
          Match.DERIVED,
          null,
          null,
          "No documentation names this category; only the bits are known.",
          0,
          facts(codes.layout(), bits),
          List.of(),
          List.of(),
          Retry.UNKNOWN,
          List.of(),
          reading.owner(),
          reading.source(),
          "bits",
          reading.why());
    }

    void integers() {
      for (CatalogEntry entry : catalogs.byInteger(number.value())) {
        Map<String, String> facts =
            number.hex()
                ? Map.of("decimal", Long.toString(number.value()))
                : Map.of("hex", "0x" + Long.toHexString(number.value()).toUpperCase(Locale.ROOT));
        add(Order.DOCUMENTED, entry, Match.EXACT, spelling() + ", a code of this system", facts);
      }
    }

    void httpStatuses() {
      if (!asStatus) {
        return;
      }
      int status = (int) number.value();
      List<String> systems = new ArrayList<>();
      for (CatalogEntry entry : catalogs.byHttpStatus(status)) {
        systems.add(entry.system().id());
        add(Order.DOCUMENTED, entry, Match.EXACT, "in the range of HTTP statuses", Map.of());
      }
      for (CatalogEntry entry : catalogs.sentWith(status)) {
        if (!systems.contains(entry.system().id())) {
          String why = "documented with HTTP " + status;
          add(Order.DOCUMENTED, entry, Match.DERIVED, why, Map.of());
        }
      }
      for (Catalogs.BitCodes codes : catalogs.bitCodes()) {
        statusInside(codes, status);
      }
      for (CatalogEntry entry : catalogs.byHresult(Hresult.ofHttpStatus(status))) {
        Map<String, String> facts = new Hresult(Hresult.ofHttpStatus(status)).facts(catalogs);
        add(Order.DOCUMENTED, entry, Match.DERIVED, "the HRESULT that carries this status", facts);
      }
    }

    private void statusInside(Catalogs.BitCodes codes, int status) {
      BitLayout.HttpStatusField where = codes.layout().httpStatus();
      boolean documented =
          catalogs.sentWith(status).stream()
              .anyMatch(e -> e.system().id().equals(codes.system().id()));
      if (documented || where == null || status < LEAST_ERROR_STATUS || !wants(codes.system())) {
        return;
      }
      BitLayout.Field category = codes.layout().category();
      long bits = where.category() << category.low() | status;
      CatalogEntry named = category.named(where.category()).orElseThrow();
      Map<String, String> facts = facts(codes.layout(), bits);
      String why = "its network errors carry the HTTP status";
      found.add(
          new Found(
              Order.DOCUMENTED,
              readings.category(named, bits, status, lastFact(facts), facts, why)));
    }

    void wrapped() {
      for (Found outer : List.copyOf(found)) {
        Reading reading = outer.reading();
        if (reading.httpStatus() != 0
            && !asStatus
            && reading.system().numbers() != NumberSpace.HTTP_STATUS) {
          boolean inBits = reading.system().numbers() == NumberSpace.BITS;
          String why = inBits ? "HTTP status in the detail bits" : "the HTTP status it comes with";
          http(reading.httpStatus(), why);
        }
      }
      if (!number.writtenAs32Bits()) {
        return;
      }
      Hresult hresult = new Hresult(number.bits32());
      boolean nothing = found.isEmpty();
      if (hresult.wrapsWin32()) {
        for (CatalogEntry entry : catalogs.byInteger(hresult.code())) {
          if (entry.system().id().equals(Hresult.WIN32)) {
            add(Order.WRAPPED, entry, Match.DERIVED, "Win32 code in an HRESULT", Map.of());
          }
        }
      }
      if (hresult.wrapsHttp()) {
        http(hresult.code(), "HTTP status in an HRESULT");
      }
      if (nothing) {
        catalogs
            .system(Hresult.SYSTEM)
            .filter(this::wants)
            .map(system -> readings.bits(system, number.bits32(), spelling() + ", its bits"))
            .ifPresent(reading -> found.add(new Found(Order.BITS, reading)));
      }
    }

    private void http(int status, String why) {
      boolean there = found.stream().anyMatch(f -> f.reading().system().id().equals(Hresult.HTTP));
      for (CatalogEntry entry : catalogs.byHttpStatus(status)) {
        if (!there && entry.system().id().equals(Hresult.HTTP)) {
          add(Order.WRAPPED, entry, Match.DERIVED, why, Map.of());
        }
      }
    }

    List<Reading> ranked() {
      Comparator<Found> byRank = Comparator.comparingInt(f -> f.reading().system().rank());
      found.sort(asStatus ? byRank : Comparator.comparing(Found::order).thenComparing(byRank));
      return found.stream().map(Found::reading).toList();
    }

    private String spelling() {
      if (number.hex()) {
        return number.digits() + " hex digit" + (number.digits() == 1 ? "" : "s");
      }
      return number.value() < 0 ? "negative decimal" : "decimal";
    }
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
              .map(e -> e.label() + " (" + shown + ")")
              .orElse(field.values().isEmpty() ? hex : "not documented (" + shown + ")");
      facts.put(field.name(), name);
    }
    return facts;
  }

  private static String lastFact(Map<String, String> facts) {
    String last = "";
    for (String value : facts.values()) {
      last = value;
    }
    return last;
  }
}
