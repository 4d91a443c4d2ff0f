package dev.amserr.oncall;

import java.time.Instant;

/**
 * A cover that somebody asks for; nothing in it is checked yet.
 *
 * @param team an id
 * @param level a name
 * @param scope whom it replaces
 * @param from when it begins
 * @param until when it is over
 * @param by the id of the person who stands in
 */
public record CoverRequest(
    String team, String level, CoverScope scope, Instant from, Instant until, String by) {}
