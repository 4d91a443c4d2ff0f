/**
 * Measures the bot from outside: a fake Discord here, the bot in a process of its own. Entry type:
 * {@link dev.amserr.discord.load.LoadProgram}.
 */
@NullMarked
package dev.amserr.discord.load;

import org.jspecify.annotations.NullMarked;
