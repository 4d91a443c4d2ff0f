package dev.amserr.errorcode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bits of a Windows HRESULT, as winerror.h cuts them.
 *
 * <p>The facility is masked with 0x1FFF, as the macro {@code HRESULT_FACILITY} does; the 11 bits of
 * the written description ([MS-ERREF] 2.1) would confuse 0x8889 with 0x8089.
 *
 * @param bits 32 bits, unsigned
 */
record Hresult(long bits) {

  /** The system whose codes facility 7 wraps. */
  static final String WIN32 = "win32";

  /** The system whose codes facility 25 wraps. */
  static final String HTTP = "http";

  static final String SYSTEM = "hresult";
  static final String FACILITIES = "hresult-facility";

  /** The fact that says whether a code is one of failure. */
  static final String SEVERITY = "severity";

  /** The severity of codes that say that something went well. */
  static final String SUCCESS = "success";

  private static final int FACILITY_WIN32 = 7;
  private static final int FACILITY_HTTP = 25;
  private static final long HTTP_FAILURE = 0x8019_0000L;
  private static final long WIN32_FAILURE = 0x8007_0000L;

  /** The HRESULT that carries an HTTP status. */
  static long ofHttpStatus(int status) {
    return HTTP_FAILURE | status;
  }

  /** The HRESULT that carries a Windows error, as the macro {@code HRESULT_FROM_WIN32} makes it. */
  static long ofWin32(int error) {
    return WIN32_FAILURE | (error & 0xFFFF);
  }

  boolean failure() {
    return (bits & 0x8000_0000L) != 0;
  }

  boolean customer() {
    return (bits & 0x2000_0000L) != 0;
  }

  int facility() {
    return (int) (bits >>> 16) & 0x1FFF;
  }

  int code() {
    return (int) bits & 0xFFFF;
  }

  boolean wrapsWin32() {
    return failure() && !customer() && facility() == FACILITY_WIN32;
  }

  boolean wrapsHttp() {
    return failure() && !customer() && facility() == FACILITY_HTTP;
  }

  /**
   * The bits in words, in the order to show.
   *
   * @param system whose code it is: where that is not Windows itself, the name that Windows'
   *     headers give to the facility says nothing of it
   */
  Map<String, String> facts(Catalogs catalogs, ErrorSystem system) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(SEVERITY, failure() ? "failure" : SUCCESS);
    facts.put("customer", customer() ? "yes: not one of Microsoft's own codes" : "no");
    facts.put("facility", facility(catalogs, system));
    facts.put("code", NumberSpace.hex(code(), 4) + " (" + code() + ")");
    facts.put("signed", Integer.toString((int) bits));
    facts.put("unsigned", Long.toString(bits));
    return facts;
  }

  private String facility(Catalogs catalogs, ErrorSystem system) {
    Optional<String> name = catalogs.integerOf(FACILITIES, facility()).map(CatalogEntry::label);
    if (name.isEmpty()) {
      return facility() + " (unnamed)";
    }
    return system.id().equals(SYSTEM)
        ? name.get() + " (" + facility() + ")"
        : facility() + " (" + name.get() + " in Windows' headers, but the whole value decides)";
  }
}
