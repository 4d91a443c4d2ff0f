/**
 * Chat commands without a platform: what they are called, what they take, who may use them, who
 * answers them.
 *
 * <p>A command is declared once, as a {@link dev.amserr.command.CommandSpec}; every platform's
 * registration, the parsing of text, help and the README's table come from it. Knows no platform
 * and no feature: features depend on it and hand in their declarations and handlers. Entry type:
 * {@link dev.amserr.command.CommandRegistry}.
 */
@NullMarked
package dev.amserr.command;

import org.jspecify.annotations.NullMarked;
