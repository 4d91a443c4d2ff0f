package dev.amserr.app.ingest;

import dev.amserr.errorcode.DecodedCode;
import dev.amserr.errorcode.Decoding;
import dev.amserr.recurrence.Occurrence;
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
    List<Occurrence> codes =
        decoding.codes().stream()
            .filter(code -> code.best().isPresent())
            .map(DecodedCode::text)
            .filter(text -> !text.isBlank() && text.length() <= Occurrence.LONGEST_CODE)
            .map(text -> Occurrence.of(text, SOURCE))
            .toList();
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
