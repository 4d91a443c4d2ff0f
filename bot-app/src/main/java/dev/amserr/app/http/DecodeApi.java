package dev.amserr.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingJson;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.text.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decoding and the list of systems. */
public final class DecodeApi implements Routes {

  private static final String PATH = "/api/v1/decode";

  /** A text of the longest that is decoded, as JSON with room for its escapes. */
  private static final int LONGEST_BODY = 4 * Decoder.LONGEST_TEXT;

  private final Supplier<Decoder> decoder;
  private final HttpMetrics metrics;

  /**
   * The API over a decoder.
   *
   * @param decoder the one to use now; another one after the catalogs were read anew
   */
  public DecodeApi(Supplier<Decoder> decoder, HttpMetrics metrics) {
    this.decoder = decoder;
    this.metrics = metrics;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH,
            Protection.open(),
            Operation.of("decode", "Says what the error codes in a text mean")
                .query("q", "A code, a name, a log line or an error document")
                .optionalQuery("system", "The id or a name of the only system to look in")
                .answers(200, "The readings, best first", DecodeSchemas.DECODING),
            request -> decode(request.requiredQuery("q"), request.query("system").orElse(""))),
        Route.post(
                PATH,
                Protection.open(),
                Operation.of("decodeText", "The same for texts too long for a URL")
                    .takes(
                        Schema.object().field("q", Schema.text()).optional("system", Schema.text()))
                    .answers(200, "The readings, best first", DecodeSchemas.DECODING),
                request -> {
                  JsonNode json = request.json();
                  return decode(Request.requiredText(json, "q"), json.path("system").asText(""));
                })
            .withBodyBytes(LONGEST_BODY),
        Route.get(
            "/api/v1/systems",
            Protection.open(),
            Operation.of("systems", "Lists the catalogs with their sizes")
                .answers(200, "The systems", DecodeSchemas.SYSTEMS),
            request -> Answer.json(DecodingJson.systems(decoder.get().catalogs()))));
  }

  private Answer decode(String text, String system) {
    Decoder current = decoder.get();
    Decoding decoding =
        system.isEmpty()
            ? current.decode(text)
            : current.decode(text, system(system, current.catalogs()));
    metrics.decoded(decoding.answered());
    return Answer.json(DecodingJson.decoding(decoding));
  }

  private static ErrorSystem system(String name, Catalogs catalogs) {
    Optional<ErrorSystem> known = catalogs.system(name);
    return known.orElseThrow(
        () -> {
          List<String> near = NearestNames.of(name, catalogs.systemNames(), 3);
          String hint = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
          return new RequestRefused(
              400, "There is no such system." + hint + " /api/v1/systems lists them.");
        });
  }
}
