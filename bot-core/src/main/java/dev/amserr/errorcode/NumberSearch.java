package dev.amserr.errorcode;

import dev.amserr.errorcode.Candidate.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The readings of one number.
 *
 * <p>The order: documented codes by the rank of their systems, then what the bits explain, then
 * what is wrapped inside. A decimal in the range of HTTP statuses is read as a status first, so
 * there the rank alone decides.
 */
final class NumberSearch {

  private static final int SMALLEST_32_BIT_DECIMAL = 0x1_0000;
  private static final long SMALL_NEGATIVES = 0xFFFF_0000L;
  private static final Comparator<Candidate> BY_RANK =
      Comparator.comparing(Candidate::isTeamsByTheWay)
          .thenComparingInt(candidate -> candidate.reading().system().rank());
  private static final Comparator<Candidate> BY_ORDER =
      Comparator.comparing(Candidate::order).thenComparing(BY_RANK);

  private final Catalogs catalogs;
  private final Readings readings;
  private final SpelledNumber number;
  private final Scope scope;
  private final List<Candidate> found = new ArrayList<>(4);

  NumberSearch(
      Catalogs catalogs,
      Readings readings,
      BitCodeReader bitCodes,
      SpelledNumber number,
      Scope scope) {
    this.catalogs = catalogs;
    this.readings = readings;
    this.number = number;
    this.scope = scope;
    hresults();
    for (Catalogs.BitCodes codes : catalogs.bitCodes()) {
      if (scope.admits(codes.system())) {
        boolean pinned = scope.isPinnedTo(codes.system());
        bitCodes.read(codes, number, pinned).ifPresent(found::add);
      }
    }
    integers();
    if (number.isHttpStatus()) {
      httpStatuses((int) number.value(), bitCodes);
    } else {
      statusesOfFound();
    }
    if (number.writtenAs32Bits()) {
      wrapped(new Hresult(number.bits32()));
    }
  }

  /** Best first. */
  List<Reading> ranked() {
    found.sort(number.isHttpStatus() ? BY_RANK : BY_ORDER);
    return found.stream().map(Candidate::reading).toList();
  }

  /** Whether the number as a pattern of bits, or a code inside it, is documented. */
  boolean isDocumented() {
    return found.stream()
        .anyMatch(
            candidate ->
                candidate.order() == Order.WRAPPED
                    || (candidate.reading().match() == Match.EXACT
                        && candidate.reading().system().numbers() != NumberSpace.INTEGER));
  }

  private void add(
      Order order, CatalogEntry entry, Match match, String why, Map<String, String> facts) {
    if (scope.admits(entry.system())) {
      found.add(new Candidate(order, readings.of(entry, match, why, facts)));
    }
  }

  private void hresults() {
    boolean shortHex = number.hex() && number.digits() < 7;
    boolean decimal = !number.hex() && number.value() >= SMALLEST_32_BIT_DECIMAL;
    boolean asked = scope.isPinned() && number.digits() != 7;
    if (!number.fits32() || !(number.writtenAs32Bits() || shortHex || decimal || asked)) {
      return;
    }
    for (CatalogEntry entry : catalogs.byHresult(number.bits32())) {
      Map<String, String> facts = new Hresult(number.bits32()).facts(catalogs, entry.system());
      String why = number.notation() + ", all 32 bits documented";
      add(Order.DOCUMENTED, entry, Match.EXACT, why, facts);
    }
  }

  private void integers() {
    for (CatalogEntry entry : catalogs.byInteger(number.value())) {
      Map<String, String> facts =
          number.hex()
              ? Map.of("decimal", Long.toString(number.value()))
              : Map.of("hex", "0x" + Long.toHexString(number.value()).toUpperCase(Locale.ROOT));
      String why = number.notation() + ", a code of this system";
      add(Order.DOCUMENTED, entry, Match.EXACT, why, facts);
    }
  }

  private void httpStatuses(int status, BitCodeReader bitCodes) {
    List<String> systems = new ArrayList<>();
    for (CatalogEntry entry : catalogs.byHttpStatus(status)) {
      systems.add(entry.system().id());
      add(Order.DOCUMENTED, entry, Match.EXACT, "in the range of HTTP statuses", Map.of());
    }
    for (CatalogEntry entry : catalogs.sentWith(status)) {
      if (!systems.contains(entry.system().id())) {
        add(Order.DOCUMENTED, entry, Match.DERIVED, "documented with HTTP " + status, Map.of());
      }
    }
    for (Catalogs.BitCodes codes : catalogs.bitCodes()) {
      if (scope.admits(codes.system())) {
        bitCodes.carrying(codes, status).ifPresent(found::add);
      }
    }
    Hresult carrier = new Hresult(Hresult.ofHttpStatus(status));
    for (CatalogEntry entry : catalogs.byHresult(carrier.bits())) {
      Map<String, String> facts = carrier.facts(catalogs, entry.system());
      add(Order.DOCUMENTED, entry, Match.DERIVED, "the HRESULT that carries this status", facts);
    }
  }

  /** The HTTP statuses that come with the codes found so far. */
  private void statusesOfFound() {
    for (Candidate outer : List.copyOf(found)) {
      Reading reading = outer.reading();
      NumberSpace numbers = reading.system().numbers();
      if (reading.httpStatus() != 0 && numbers != NumberSpace.HTTP_STATUS) {
        boolean inBits = numbers == NumberSpace.BITS;
        http(
            reading.httpStatus(),
            inBits ? "HTTP status in the detail bits" : "the HTTP status it comes with");
      }
    }
  }

  private void wrapped(Hresult hresult) {
    boolean undocumented = found.isEmpty();
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
    if (undocumented && hresult.bits() < SMALL_NEGATIVES) {
      bitsAlone(hresult);
    }
  }

  private void bitsAlone(Hresult hresult) {
    Optional<Reading> inner = found.stream().map(Candidate::reading).findFirst();
    catalogs
        .system(Hresult.SYSTEM)
        .filter(scope::admits)
        .map(system -> readings.bits(system, hresult, inner, number.notation() + ", its bits"))
        .ifPresent(reading -> found.add(new Candidate(Order.BITS, reading)));
  }

  private void http(int status, String why) {
    boolean there =
        found.stream()
            .anyMatch(candidate -> candidate.reading().system().id().equals(Hresult.HTTP));
    for (CatalogEntry entry : catalogs.byHttpStatus(status)) {
      if (!there && entry.system().id().equals(Hresult.HTTP)) {
        add(Order.WRAPPED, entry, Match.DERIVED, why, Map.of());
      }
    }
  }
}
