/**
 * Replies as text for a terminal, as plain text, as HTML and as the command API's JSON.
 *
 * <p>Owns what these share with the platforms' own renderers: display width, tables in monospace,
 * sparklines, times in the reader's zone, cleaning of what could harm a terminal. Knows the reply
 * model and nothing else. Entry types: {@link dev.amserr.command.render.TerminalRenderer}, {@link
 * dev.amserr.command.render.PlainTextRenderer}, {@link dev.amserr.command.render.HtmlRenderer},
 * {@link dev.amserr.command.render.ReplyJson}.
 */
@NullMarked
package dev.amserr.command.render;

import org.jspecify.annotations.NullMarked;
