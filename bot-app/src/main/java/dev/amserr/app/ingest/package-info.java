/**
 * What others report over HTTP, counted: events, plays, Alertmanager, Event Grid, browsers; and the
 * answers about series.
 *
 * <p>Owns the tokens, the limits and the queue in front of the store. What bodies mean is read by
 * {@code dev.amserr.recurrence.ingest}; knows no SQL. Entry types: {@link
 * dev.amserr.app.ingest.CountingQueue}, {@link dev.amserr.app.ingest.Reception}, {@link
 * dev.amserr.app.ingest.IngestApi}.
 */
@NullMarked
package dev.amserr.app.ingest;

import org.jspecify.annotations.NullMarked;
