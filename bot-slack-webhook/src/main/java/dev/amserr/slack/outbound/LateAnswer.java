package dev.amserr.slack.outbound;

import java.util.function.Supplier;

/**
 * An answer for a {@link ResponseUrl}, in JSON and UTF-8.
 *
 * @param full the answer as it should look
 * @param plain the same as text alone, for when Slack does not take the full one
 * @param repeatable whether it may be sent again when nobody knows if it arrived: twice is better
 *     than not at all where one person sees it, and worse where a channel does
 */
public record LateAnswer(Supplier<byte[]> full, Supplier<byte[]> plain, boolean repeatable) {}
