/**
 * Calendars in and out: the teams' iCalendar feeds that are read, and those that are given.
 *
 * <p>Owns fetching within its limits, what an iCalendar document means as shifts, and the document
 * that a feed answers with. Who is on call is worked out by {@code dev.amserr.oncall} alone;
 * serving over HTTP and waking up in time are others' work. Entry types: {@link
 * dev.amserr.app.oncall.LiveCalendars}, {@link dev.amserr.app.oncall.StoredCalendars} without a
 * running bot, {@link dev.amserr.app.oncall.OnCallFeed}.
 */
@NullMarked
package dev.amserr.app.oncall;

import org.jspecify.annotations.NullMarked;
