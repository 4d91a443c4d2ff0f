/**
 * The timer: wakes what has to be done again and again.
 *
 * <p>Owns nothing but the waking; what is due, the store says. Entry type: {@link
 * dev.amserr.app.schedule.Timer}.
 */
@NullMarked
package dev.amserr.app.schedule;

import org.jspecify.annotations.NullMarked;
