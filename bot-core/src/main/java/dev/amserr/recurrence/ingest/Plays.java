package dev.amserr.recurrence.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many plays a source began.
 *
 * @param at when; null for when it arrived
 * @param count from 0
 */
public record Plays(String source, @Nullable Instant at, long count) {}
