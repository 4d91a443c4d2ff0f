package dev.amserr.recurrence.ingest;

/**
 * An item that was not taken.
 *
 * @param index its place in what was sent, from 0
 * @param reason a sentence that says what is wrong with it
 */
public record Rejection(int index, String reason) {}
