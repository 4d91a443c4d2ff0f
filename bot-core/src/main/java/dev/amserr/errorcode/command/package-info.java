/**
 * The chat commands about error codes: {@code /amserr} and {@code /codes}.
 *
 * <p>Owns their declarations and what they answer; decoding itself is next door. Entry type: {@link
 * dev.amserr.errorcode.command.CodeCommands}.
 */
@NullMarked
package dev.amserr.errorcode.command;

import org.jspecify.annotations.NullMarked;
