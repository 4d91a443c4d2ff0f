/**
 * The Discord adapter: gateway, renderer and senders on JDA.
 *
 * <p>Translates between Discord and {@code bot-core}; owns no command, no wording and no storage.
 */
@NullMarked
package dev.amserr.discord;

import org.jspecify.annotations.NullMarked;
