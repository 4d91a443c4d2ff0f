/**
 * Follows log files and reports the errors in them to a bot.
 *
 * <p>Owns how files are followed and how reports reach a bot that may be away for a while. Knows no
 * store and serves nothing. Entry type: {@link dev.amserr.app.tail.LogReporter}.
 */
@NullMarked
package dev.amserr.app.tail;

import org.jspecify.annotations.NullMarked;
