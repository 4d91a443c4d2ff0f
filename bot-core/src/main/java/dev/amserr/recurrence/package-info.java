/**
 * Errors that keep coming back: counting them, and saying honestly what their counts mean.
 *
 * <p>Owns occurrences, the series they form, baselines, states, what people did about a series, and
 * the chat command {@code /errors}. What is kept, a store keeps behind {@link
 * dev.amserr.recurrence.OccurrenceStore}; knows no SQL, no HTTP and no clock. Formulas and limits
 * are those of docs/detection.md. Entry types: {@link dev.amserr.recurrence.OccurrenceStore},
 * {@link dev.amserr.recurrence.Occurrence}.
 */
@NullMarked
package dev.amserr.recurrence;

import org.jspecify.annotations.NullMarked;
