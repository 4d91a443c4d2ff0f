/**
 * What others send, made occurrences: events, plays, Alertmanager's webhook, Event Grid,
 * CloudEvents and lines of logs.
 *
 * <p>Pure: bytes go in, occurrences and reasons come out. Knows no HTTP, no token and no store, and
 * has no clock. Entry types: {@link dev.amserr.recurrence.ingest.EventParser}, {@link
 * dev.amserr.recurrence.ingest.PlaysParser}, {@link
 * dev.amserr.recurrence.ingest.AlertmanagerParser}, {@link
 * dev.amserr.recurrence.ingest.EventGridParser}.
 */
@NullMarked
package dev.amserr.recurrence.ingest;

import org.jspecify.annotations.NullMarked;
