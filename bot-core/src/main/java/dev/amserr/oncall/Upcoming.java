package dev.amserr.oncall;

import java.time.Instant;

/**
 * Somebody who comes on call.
 *
 * @param from when
 */
public record Upcoming(Person person, Instant from) {}
