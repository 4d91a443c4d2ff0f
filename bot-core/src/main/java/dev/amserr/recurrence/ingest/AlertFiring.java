package dev.amserr.recurrence.ingest;

import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OnceKey;
import java.time.Instant;

/**
 * One firing of an alert.
 *
 * @param occurrence at the time when it began
 * @param key the same for every repetition of it
 * @param seen until when it is known to have been firing
 */
public record AlertFiring(Occurrence occurrence, OnceKey key, Instant seen) {}
