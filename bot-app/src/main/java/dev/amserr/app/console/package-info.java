/**
 * The browser console: its page, and the API by which it runs commands, uses buttons, completes
 * what is typed and fills its panels.
 *
 * <p>Owns the translation between HTTP and commands. The page knows this API and the contract's
 * alone, so every command works in it without a line of its own. Entry types: {@link
 * dev.amserr.app.console.CommandApi}, {@link dev.amserr.app.console.ConsolePage}, {@link
 * dev.amserr.app.console.PanelApi}.
 */
@NullMarked
package dev.amserr.app.console;

import org.jspecify.annotations.NullMarked;
