/**
 * Replies as Block Kit.
 *
 * <p>Owns Slack's markup and its limits; what does not fit is counted. Knows nothing of requests.
 * Entry type: {@link dev.amserr.slack.blockkit.BlockKitRenderer}.
 */
@NullMarked
package dev.amserr.slack.blockkit;

import org.jspecify.annotations.NullMarked;
