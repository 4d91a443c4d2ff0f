package dev.amserr.app.oncall;

import java.time.Instant;

/**
 * The last good document of a calendar.
 *
 * @param text as it was fetched
 * @param etag the server's; empty for none
 * @param fetched when
 */
record KeptCalendar(String text, String etag, Instant fetched) {}
