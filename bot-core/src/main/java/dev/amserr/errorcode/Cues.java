package dev.amserr.errorcode;

import java.util.Locale;
import java.util.Set;

/** The words that say that a code follows. */
final class Cues {

  private static final Set<String> ERROR_WORDS =
      Set.of(
          "code",
          "codes",
          "error",
          "err",
          "errno",
          "status",
          "hresult",
          "hr",
          "result",
          "rc",
          "exit",
          "exited",
          "lasterror",
          "internalerror",
          "exception",
          "reason",
          "errorcodes",
          "getlasterror",
          "win32",
          "httpstatus",
          "systemcode",
          "extendedcode");
  private static final Set<String> OTHER_CODES =
      Set.of(
          "zipcode",
          "postcode",
          "postalcode",
          "barcode",
          "qrcode",
          "timecode",
          "countrycode",
          "languagecode",
          "langcode",
          "areacode",
          "currencycode",
          "unicode",
          "encode",
          "decode",
          "transcode",
          "bytecode",
          "charcode",
          "keycode");
  private static final Set<String> HTTP_WORDS =
      Set.of(
          "http",
          "https",
          "response",
          "responded",
          "responds",
          "returned",
          "returns",
          "answered",
          "answers",
          "got",
          "gave",
          "gives",
          "status");
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH");
  private static final int LONGEST_KEY = 40;
  private static final int LONGEST_HTTP_WORD = 9;

  /** With which the words above begin: most words of a log are left out by this alone. */
  private static final String HTTP_INITIALS = "hragsHRAGSPDO";

  private Cues() {}

  /** Whether a key or word of this name has an error code as its value. */
  static boolean isErrorKey(String word) {
    if (word.length() < 2 || word.length() > LONGEST_KEY) {
      return false;
    }
    String folded = Names.fold(word);
    if (OTHER_CODES.contains(folded)) {
      return false;
    }
    return ERROR_WORDS.contains(folded)
        || folded.endsWith("code")
        || folded.endsWith("error")
        || folded.endsWith("errno")
        || folded.endsWith("status")
        || folded.endsWith("hresult");
  }

  /** Whether an HTTP status may follow a word on the same line. */
  static boolean isHttpWord(String text, int start, int end) {
    if (end - start > LONGEST_HTTP_WORD || HTTP_INITIALS.indexOf(text.charAt(start)) < 0) {
      return false;
    }
    String word = text.substring(start, end);
    return METHODS.contains(word) || HTTP_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
