package dev.amserr.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Locale;

/** Says why a body could not be read as JSON, without repeating any of it. */
public final class BrokenJson {

  private BrokenJson() {}

  /** A sentence for whoever sent the body: where it breaks, or what is too much in it. */
  public static String sentence(JsonProcessingException broken) {
    if (broken instanceof StreamConstraintsException) {
      StreamReadConstraints most = StreamReadConstraints.defaults();
      return String.format(
          Locale.ROOT,
          "The body is too much for a reader of JSON: numbers have up to %,d characters, names up to"
              + " %,d, and it nests up to %,d levels.",
          most.getMaxNumberLength(),
          most.getMaxNameLength(),
          most.getMaxNestingDepth());
    }
    JsonLocation where = broken.getLocation();
    return where == null
        ? "The body is not JSON."
        : "The body is not JSON: line "
            + where.getLineNr()
            + ", column "
            + where.getColumnNr()
            + ".";
  }
}
