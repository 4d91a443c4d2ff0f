/**
 * The command {@code /digest}.
 *
 * <p>Owns its declaration, its handlers and their replies. Knows no platform. Entry type: {@link
 * dev.amserr.digest.command.DigestCommands}.
 */
@NullMarked
package dev.amserr.digest.command;

import org.jspecify.annotations.NullMarked;
