package dev.amserr.app.http;

/** The shapes of decodings and systems. */
final class DecodeSchemas {

  private static final Schema TEXTS = Schema.listOf(Schema.text());

  private static final Schema SOURCE =
      Schema.object().field("title", Schema.text()).field("url", Schema.text()).named("Source");

  private static final Schema RELATED =
      Schema.object()
          .field("system", Schema.text())
          .field("name", Schema.text().orNull())
          .field("value", Schema.text().orNull())
          .field("relation", Schema.text())
          .named("RelatedCode");

  private static final Schema READING =
      Schema.object()
          .field("system", Schema.text())
          .field("systemTitle", Schema.text())
          .field("name", Schema.text().orNull().described("Null where only bits are known"))
          .field("value", Schema.text().orNull())
          .field("match", Schema.oneOf("exact", "derived", "pattern", "guess"))
          .field("message", Schema.text().orNull().described("What the service says"))
          .field("userMessage", Schema.text().orNull().described("What a viewer sees"))
          .field("meaning", Schema.text().orNull())
          .field("httpStatus", Schema.integer().orNull())
          .field("facts", Schema.mapOf(Schema.text()))
          .field("causes", TEXTS)
          .field("actions", TEXTS)
          .field("retry", Schema.oneOf("no", "yes", "backoff", "unknown"))
          .field("related", Schema.listOf(RELATED))
          .field("owner", Schema.text().orNull())
          .field("source", SOURCE)
          .field("confidence", Schema.text())
          .field("why", Schema.text())
          .named("Reading");

  private static final Schema CODE =
      Schema.object()
          .field("text", Schema.text())
          .field("count", Schema.integer().described("How often it stands in the text"))
          .field("repaired", Schema.text().orNull().described("How a damaged spelling was read"))
          .field("readings", Schema.listOf(READING))
          .field("more", Schema.integer().described("Readings left out"))
          .named("DecodedCode");

  static final Schema DECODING =
      Schema.object()
          .field("input", Schema.text())
          .field("inputCut", Schema.flag().described("Whether input shows only the beginning"))
          .field("codes", Schema.listOf(CODE))
          .field("moreCodes", Schema.integer().described("Codes left out"))
          .field("suggestions", TEXTS)
          .named("Decoding");

  static final Schema SYSTEMS =
      Schema.object()
          .field(
              "systems",
              Schema.listOf(
                  Schema.object()
                      .field("id", Schema.text())
                      .field("title", Schema.text())
                      .field("entries", Schema.integer())
                      .field("aliases", TEXTS)
                      .field("source", SOURCE)
                      .named("System")))
          .named("Systems");

  private DecodeSchemas() {}
}
