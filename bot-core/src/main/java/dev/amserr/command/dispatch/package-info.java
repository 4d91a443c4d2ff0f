/**
 * Runs commands, clicks and suggestions, each through the same four guards: timing, error boundary,
 * rate limit, rights.
 *
 * <p>Owns what happens around a handler and what a button means between being shown and being used.
 * Knows no platform, no feature and no clock: an {@link dev.amserr.command.Origin} says when. Entry
 * type: {@link dev.amserr.command.dispatch.CommandDispatcher}.
 */
@NullMarked
package dev.amserr.command.dispatch;

import org.jspecify.annotations.NullMarked;
