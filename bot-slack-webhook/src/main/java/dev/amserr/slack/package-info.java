/**
 * Slack: slash commands, message shortcuts, buttons, incoming webhooks.
 *
 * <p>Owns what Slack has to be told about the bot: settings and the app's manifest. Translates
 * only: which commands there are and what they answer stands in the core. No web server: {@link
 * dev.amserr.slack.inbound} turns a request into a response, and a server mounts it. Entry types:
 * {@link dev.amserr.slack.SlackSettings}, {@link dev.amserr.slack.SlackManifest}.
 */
@NullMarked
package dev.amserr.slack;

import org.jspecify.annotations.NullMarked;
