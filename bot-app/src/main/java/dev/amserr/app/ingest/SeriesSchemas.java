package dev.amserr.app.ingest;

import dev.amserr.app.http.Schema;

/** The shapes of what is answered about series. */
final class SeriesSchemas {

  private static final Schema WINDOW =
      Schema.object().field("from", Schema.time()).field("to", Schema.time());

  private static final Schema WHY =
      Schema.object()
          .field("observed", Schema.number())
          .field("limit", Schema.number())
          .field("baseline", Schema.number());

  private static final Schema STATE =
      Schema.object()
          .field("state", Schema.text())
          .field("since", Schema.time())
          .field("why", WHY)
          .field("text", Schema.text().described("The reason in words"));

  private static final Schema SERIES =
      Schema.object()
          .field("id", Schema.integer())
          .field("code", Schema.text())
          .field("system", Schema.text().orNull())
          .field("name", Schema.text().orNull())
          .field("source", Schema.text())
          .field("count", Schema.integer())
          .field("before", Schema.integer())
          .field("firstSeen", Schema.time())
          .field("lastSeen", Schema.time())
          .field("states", Schema.listOf(STATE))
          .field("owner", Schema.text().orNull())
          .optional(
              "hourly",
              Schema.listOf(Schema.integer())
                  .described("Counts of the last 24 hours, oldest first, if asked for"))
          .named("Series");

  private static final Schema POINT =
      Schema.object().field("at", Schema.time()).field("count", Schema.integer());

  private static final Schema HANDLING =
      Schema.object()
          .field("status", Schema.oneOf("open", "acknowledged", "resolved"))
          .field("by", Schema.text().orNull())
          .field("at", Schema.time().orNull())
          .field("mutedUntil", Schema.time().orNull())
          .field("mutedAbove", Schema.integer().orNull());

  private static final Schema SAMPLE =
      Schema.object()
          .field("at", Schema.time())
          .field("code", Schema.text())
          .field("message", Schema.text().orNull())
          .field("session", Schema.text().orNull())
          .field("labels", Schema.mapOf(Schema.text()));

  private static final Schema EVENT =
      Schema.object()
          .field("at", Schema.time())
          .field("kind", Schema.text())
          .field("state", Schema.text().orNull())
          .field("by", Schema.text().orNull())
          .field("text", Schema.text());

  static final Schema LIST =
      Schema.object()
          .field("window", WINDOW)
          .field("series", Schema.listOf(SERIES))
          .field("more", Schema.integer())
          .named("SeriesList");

  static final Schema DOSSIER =
      Schema.object()
          .field("window", WINDOW)
          .field("series", SERIES)
          .field("handling", HANDLING)
          .field("step", Schema.oneOf("minute", "hour", "day"))
          .field("points", Schema.listOf(POINT).described("Without gaps, oldest first"))
          .field("plays", Schema.integer().orNull())
          .field("spikes", Schema.listOf(WINDOW))
          .field("samples", Schema.listOf(SAMPLE))
          .field("history", Schema.listOf(EVENT))
          .named("Dossier");

  private SeriesSchemas() {}
}
