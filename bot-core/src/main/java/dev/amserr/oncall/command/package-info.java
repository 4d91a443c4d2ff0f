/**
 * The chat command {@code /oncall}: lookups for everybody, covers for those who may.
 *
 * <p>Owns its declaration, what it answers, and the steps from a cover's preview to its undoing.
 * Works nothing out: every answer is the resolver's, next door. Entry type: {@link
 * dev.amserr.oncall.command.OnCallCommands}.
 */
@NullMarked
package dev.amserr.oncall.command;

import org.jspecify.annotations.NullMarked;
