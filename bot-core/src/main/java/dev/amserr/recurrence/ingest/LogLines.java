package dev.amserr.recurrence.ingest;

import dev.amserr.errorcode.Decoder;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.text.Redaction;
import java.util.List;

/** Finds the errors in lines of logs. */
public final class LogLines {

  private final Decoder decoder;
  private final String source;

  /**
   * @param source who is said to report them
   */
  public LogLines(Decoder decoder, String source) {
    this.decoder = decoder;
    this.source = source;
  }

  /** The codes of a line that have a reading, each once, with the line as its message. */
  public List<Occurrence> read(String line) {
    String message = RawItem.cut(Redaction.redact(line.strip()), Occurrence.LONGEST_MESSAGE);
    return AnsweredCodes.of(decoder.decode(line), source, message);
  }
}
