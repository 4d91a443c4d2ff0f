/**
 * The Discord adapter: gateway, interactions and posting.
 *
 * <p>Translates between Discord and {@code bot-core}; owns no command, no wording of an answer and
 * no storage. Receiving needs the gateway, which one node holds at a time ({@link
 * dev.amserr.discord.DiscordBot}); posting needs REST alone and works on every node ({@link
 * dev.amserr.discord.DiscordNotifier}).
 */
@NullMarked
package dev.amserr.discord;

import org.jspecify.annotations.NullMarked;
