package dev.amserr.errorcode;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/** The whole decoder, from any text to its JSON and its reply. Run by Jazzer. */
public final class DecoderFuzzer {

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());
  private static final List<ErrorSystem> SYSTEMS = DECODER.catalogs().systems();
  private static final JsonFactory JSON = new JsonFactory();

  private DecoderFuzzer() {}

  /** Called by Jazzer; any exception is a finding. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    boolean pinned = data.consumeBoolean();
    ErrorSystem system = SYSTEMS.get(data.consumeInt(0, SYSTEMS.size() - 1));
    String text = data.consumeRemainingAsString();
    Decoding decoding = DECODER.decodeFresh(text, pinned ? system : null);
    check(decoding);
    DecodingReply.of(decoding);
    try (JsonParser json = JSON.createParser(DecodingJson.decoding(decoding))) {
      while (json.nextToken() != null) {
        json.getText();
      }
    }
  }

  private static void check(Decoding decoding) {
    if (decoding.codes().size() > Decoder.MOST_CODES) {
      throw new IllegalStateException("too many codes: " + decoding.codes().size());
    }
    for (DecodedCode code : decoding.codes()) {
      if (code.count() < 1 || code.readings().size() > Decoder.MOST_READINGS) {
        throw new IllegalStateException("out of bounds: " + code);
      }
    }
  }
}
