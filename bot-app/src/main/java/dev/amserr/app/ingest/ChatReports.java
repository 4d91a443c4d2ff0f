package dev.amserr.app.ingest;

import dev.amserr.errorcode.Decoding;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.ingest.AnsweredCodes;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts codes that people asked about in chat, if that is wanted. Never delays an answer. */
public final class ChatReports {

  /** The source under which they are counted. */
  static final String SOURCE = "chat";

  private static final Logger LOG = LoggerFactory.getLogger(ChatReports.class);

  private final Reception reception;
  private final BooleanSupplier wanted;

  /**
   * @param wanted whether they count, asked each time
   */
  public ChatReports(Reception reception, BooleanSupplier wanted) {
    this.reception = reception;
    this.wanted = wanted;
  }

  /** Counts each code of a decoding once; guesses do not count. */
  public void noticed(Decoding decoding) {
    if (!wanted.getAsBoolean()) {
      return;
    }
    List<Occurrence> codes = AnsweredCodes.of(decoding, SOURCE, null);
    if (!codes.isEmpty()) {
      var unused =
          reception
              .events(null, codes)
              .exceptionally(
                  failure -> {
                    LOG.warn("{} codes of a chat command were not counted", codes.size(), failure);
                    return null;
                  });
    }
  }
}
