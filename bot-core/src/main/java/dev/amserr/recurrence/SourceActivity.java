package dev.amserr.recurrence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source reported in a window.
 *
 * @param series how many series occurred
 * @param count how often they did
 * @param plays how many plays began; 0 if nobody says
 * @param lastSeen when it last reported an error, in the window, before or after; null for never
 */
public record SourceActivity(
    String source, int series, long count, long plays, @Nullable Instant lastSeen) {}
