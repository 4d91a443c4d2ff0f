/**
 * From what somebody wrote or picked to an invocation, or to a sentence that says what to do next.
 *
 * <p>Owns the grammar of text commands and of durations, times and persons in options. Knows no
 * platform: Slack's entities, for one, are undone before. Entry types: {@link
 * dev.amserr.command.parse.TextCommandParser} for lines of text, {@link
 * dev.amserr.command.parse.OptionBinder} for options that a platform has already told apart.
 */
@NullMarked
package dev.amserr.command.parse;

import org.jspecify.annotations.NullMarked;
