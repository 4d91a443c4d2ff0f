package dev.amserr.errorcode;

import dev.amserr.text.Redaction;
import java.util.List;
import java.util.Set;

/** Says of the code of an error document whether the message beside it is the documented one. */
final class MessageComparison {

  private static final Set<String> MESSAGE_KEYS = Set.of("errormessage", "message");
  private static final Set<String> CODE_KEYS = Set.of("errorcode", "code");
  private static final int LONGEST_SHOWN = 300;

  private MessageComparison() {}

  static void compare(List<DocumentFields.Field> fields, Findings findings) {
    String message = first(fields, MESSAGE_KEYS);
    String code = first(fields, CODE_KEYS);
    if (!message.isEmpty() && !code.isEmpty()) {
      findings.revise(code, reading -> compared(reading, message));
    }
  }

  private static String first(List<DocumentFields.Field> fields, Set<String> keys) {
    for (DocumentFields.Field field : fields) {
      if (keys.contains(Names.fold(field.key())) && !field.value().isBlank()) {
        return field.value().strip();
      }
    }
    return "";
  }

  private static Reading compared(Reading reading, String said) {
    String documented = reading.message();
    if (documented == null) {
      return reading;
    }
    if (documented.strip().equals(said)) {
      return reading.withFact("message", "as documented");
    }
    String shown = said.length() > LONGEST_SHOWN ? said.substring(0, LONGEST_SHOWN) + "…" : said;
    return reading.withFact(
        "message",
        "differs from the documented one: " + FoldedText.wellFormed(Redaction.redact(shown)));
  }
}
