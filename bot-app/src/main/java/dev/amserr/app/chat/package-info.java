/**
 * The chat platforms as parts of this program: mounts Slack's endpoint in the HTTP server, keeps
 * Discord connected, maps the settings to what the adapters take.
 *
 * <p>Owns no protocol: the adapters do. Entry types: {@link dev.amserr.app.chat.SlackPlatform},
 * {@link dev.amserr.app.chat.DiscordPlatform}.
 */
@NullMarked
package dev.amserr.app.chat;

import org.jspecify.annotations.NullMarked;
