/**
 * The chat command {@code /errors}: which errors keep coming back, and what people do about them.
 *
 * <p>Owns its declaration, what it answers and its buttons. Counts nothing and judges nothing: that
 * is done next door. Entry type: {@link dev.amserr.recurrence.command.ErrorCommands}.
 */
@NullMarked
package dev.amserr.recurrence.command;

import org.jspecify.annotations.NullMarked;
