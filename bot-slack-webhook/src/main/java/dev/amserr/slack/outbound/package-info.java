/**
 * What is sent to Slack: posts by incoming webhook or bot token, and late answers.
 *
 * <p>Owns the HTTP exchange and what its outcome means for delivery. Knows neither commands nor why
 * something is posted. A webhook's URL and the bot token are secrets: no text made here contains
 * them. Entry types: {@link dev.amserr.slack.outbound.SlackWebhookNotifier}, {@link
 * dev.amserr.slack.outbound.SlackApiNotifier}.
 */
@NullMarked
package dev.amserr.slack.outbound;

import org.jspecify.annotations.NullMarked;
