/**
 * Replies as Discord messages: embeds, markdown, buttons and menus within Discord's limits.
 *
 * <p>Owns the limits and what becomes of whatever exceeds them. Knows the reply model and JDA's
 * message types; no connection, no command. Entry type: {@link
 * dev.amserr.discord.render.ReplyRenderer}.
 */
@NullMarked
package dev.amserr.discord.render;

import org.jspecify.annotations.NullMarked;
