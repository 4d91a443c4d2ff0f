/**
 * What Slack sends: signed slash commands and interactions.
 *
 * <p>Owns the check of signatures, the reading of Slack's forms and payloads, the 3 seconds within
 * which Slack wants to hear from us, and answers that come later. Knows no web server and no
 * command. Entry type: {@link dev.amserr.slack.inbound.SlackEndpoint}.
 */
@NullMarked
package dev.amserr.slack.inbound;

import org.jspecify.annotations.NullMarked;
