package dev.amserr.errorcode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodings and systems as JSON, in UTF-8: the contract of the command line and of the API. */
public final class DecodingJson {

  private static final JsonFactory JSON = new JsonFactory();

  private DecodingJson() {}

  /** A decoding as one JSON object. */
  public static byte[] decoding(Decoding decoding) {
    return written(json -> decoding(json, decoding));
  }

  /** The systems of the catalogs with their sizes. */
  public static byte[] systems(Catalogs catalogs) {
    return written(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("systems");
          for (ErrorSystem system : catalogs.systems()) {
            json.writeStartObject();
            json.writeStringField("id", system.id());
            json.writeStringField("title", system.title());
            json.writeNumberField("entries", catalogs.size(system.id()));
            strings(json, "aliases", system.aliases());
            source(json, system.source());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void decoding(JsonGenerator json, Decoding decoding) throws IOException {
    json.writeStartObject();
    json.writeStringField("input", decoding.input());
    json.writeBooleanField("inputCut", decoding.inputCut());
    json.writeArrayFieldStart("codes");
    for (DecodedCode code : decoding.codes()) {
      json.writeStartObject();
      json.writeStringField("text", code.text());
      json.writeNumberField("count", code.count());
      text(json, "repaired", code.repaired());
      json.writeArrayFieldStart("readings");
      for (Reading reading : code.readings()) {
        reading(json, reading);
      }
      json.writeEndArray();
      json.writeNumberField("more", code.more());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("moreCodes", decoding.moreCodes());
    strings(json, "suggestions", decoding.suggestions());
    json.writeEndObject();
  }

  private static void reading(JsonGenerator json, Reading reading) throws IOException {
    json.writeStartObject();
    json.writeStringField("system", reading.system().id());
    json.writeStringField("systemTitle", reading.system().title());
    text(json, "name", reading.name());
    text(json, "value", reading.value());
    json.writeStringField("match", reading.match().key());
    text(json, "message", reading.message());
    text(json, "userMessage", reading.userMessage());
    text(json, "meaning", reading.meaning());
    if (reading.httpStatus() == 0) {
      json.writeNullField("httpStatus");
    } else {
      json.writeNumberField("httpStatus", reading.httpStatus());
    }
    json.writeObjectFieldStart("facts");
    for (Map.Entry<String, String> fact : reading.facts().entrySet()) {
      json.writeStringField(fact.getKey(), fact.getValue());
    }
    json.writeEndObject();
    strings(json, "causes", reading.causes());
    strings(json, "actions", reading.actions());
    json.writeStringField("retry", reading.retry().key());
    json.writeArrayFieldStart("related");
    for (RelatedCode related : reading.related()) {
      json.writeStartObject();
      json.writeStringField("system", related.system());
      text(json, "name", related.name());
      text(json, "value", related.value());
      json.writeStringField("relation", related.relation());
      json.writeEndObject();
    }
    json.writeEndArray();
    text(json, "owner", reading.owner());
    source(json, reading.source());
    json.writeStringField("confidence", reading.confidence());
    json.writeStringField("why", reading.why());
    json.writeEndObject();
  }

  private static void source(JsonGenerator json, Source source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("title", source.title());
    json.writeStringField("url", source.url());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String field, @Nullable String text)
      throws IOException {
    if (text == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, text);
    }
  }
}
