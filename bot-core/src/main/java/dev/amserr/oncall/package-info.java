/**
 * Who is on call at an instant, who is next, and why.
 *
 * <p>Owns people, teams, rotations, covers, gaps and which team owns an error code. The engine is
 * pure: rosters, covers and an instant or a window go in, segments with their reasons come out; it
 * has no clock, reads no file and knows neither SQL nor HTTP nor the calendar format. Chat, posts,
 * calendars, API, digests and explanations all ask the one resolver. Entry types: {@link
 * dev.amserr.oncall.OnCallResolver}, {@link dev.amserr.oncall.RosterReader}.
 */
@NullMarked
package dev.amserr.oncall;

import org.jspecify.annotations.NullMarked;
